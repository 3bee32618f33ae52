namespace McMessaging.Recipients;

/// <summary>The members of an input object as they came. One instance may be filled again for every object.</summary>
internal sealed class InputRow
{
    private readonly List<object?> _values = [];

    /// <summary>The names; the same list for objects with the same names that come one after the other.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    public List<object?> Values => _values;

    /// <summary>The input object itself, if it has no members.</summary>
    public object? Memberless { get; private set; }

    public void Fill(InputRecord record, object? input)
    {
        Memberless = record.Count == 0 ? input : null;
        if (!HasNamesOf(record))
        {
            Names = [.. Enumerable.Range(0, record.Count).Select(record.NameAt)];
        }

        _values.Clear();
        for (var i = 0; i < record.Count; i++)
        {
            _values.Add(record.ValueAt(i));
        }
    }

    public void Clear()
    {
        Names = [];
        _values.Clear();
        Memberless = null;
    }

    private bool HasNamesOf(InputRecord record)
    {
        if (record.Count != Names.Count)
        {
            return false;
        }

        for (var i = 0; i < Names.Count; i++)
        {
            if (!string.Equals(Names[i], record.NameAt(i), StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
