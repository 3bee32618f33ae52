namespace McMessaging.Benchmarks.Support;

/// <summary>An input object that costs nothing to read, so that only the Client's own work is measured.</summary>
internal sealed record Row(string[] Names, string[] Values);

internal sealed class RowReader : DictionaryReader
{
    public override bool TryRead(object? input, InputRecord record)
    {
        if (input is not Row row)
        {
            return base.TryRead(input, record);
        }

        for (var i = 0; i < row.Names.Length; i++)
        {
            record.Add(row.Names[i], row.Values[i]);
        }

        return true;
    }
}
