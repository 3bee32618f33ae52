namespace McMessaging;

/// <summary>A value that was given, perhaps <c>null</c>; or none, which is the default.</summary>
/// <typeparam name="TValue">The type of the value.</typeparam>
public readonly record struct Given<TValue>
{
    /// <summary>Gives a value.</summary>
    public Given(TValue value)
    {
        Value = value;
        IsGiven = true;
    }

    /// <summary>The value; without meaning if none was given.</summary>
    public TValue? Value { get; }

    /// <summary>Whether a value was given.</summary>
    public bool IsGiven { get; }

    /// <summary>Gives a value.</summary>
    public static implicit operator Given<TValue>(TValue value) => new(value);

    /// <summary>Whether a value was given, never the value.</summary>
    public override string ToString() => IsGiven ? "given" : "not given";
}
