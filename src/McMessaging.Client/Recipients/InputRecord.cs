namespace McMessaging;

/// <summary>The named members of one input object, in order. One instance is filled again for every object.</summary>
public sealed class InputRecord
{
    private readonly List<string> _names = [];
    private readonly List<object?> _values = [];

    /// <summary>How many members there are.</summary>
    public int Count => _names.Count;

    /// <summary>The name of a member.</summary>
    public string NameAt(int index) => _names[index];

    /// <summary>The value of a member.</summary>
    public object? ValueAt(int index) => _values[index];

    /// <summary>Adds a member.</summary>
    public void Add(string name, object? value)
    {
        _names.Add(name);
        _values.Add(value);
    }

    /// <summary>Forgets all members, for the next object.</summary>
    public void Clear()
    {
        _names.Clear();
        _values.Clear();
    }
}
