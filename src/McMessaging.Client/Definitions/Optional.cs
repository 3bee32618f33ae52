namespace McMessaging;

/// <summary>A value that was given, perhaps <c>null</c>; or none, which is the default.</summary>
/// <typeparam name="TValue">The type of the value.</typeparam>
public readonly record struct Optional<TValue>
{
    /// <summary>Gives a value.</summary>
    public Optional(TValue value)
    {
        Value = value;
        HasValue = true;
    }

    /// <summary>The value; without meaning if none was given.</summary>
    public TValue? Value { get; }

    /// <summary>Whether a value was given.</summary>
    public bool HasValue { get; }

    /// <summary>Gives a value.</summary>
    public static implicit operator Optional<TValue>(TValue value) => new(value);

    /// <summary>Whether a value was given, never the value.</summary>
    public override string ToString() => HasValue ? "given" : "not given";
}
