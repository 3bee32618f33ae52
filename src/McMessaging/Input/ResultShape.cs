namespace McMessaging.Commands;

/// <summary>Knows a send's result by its members, since a copy from a job or a CSV file has lost its type.</summary>
internal static class ResultShape
{
    public static bool Matches(InputRecord record) =>
        Has(record, nameof(SendResult.Outcome))
        && Has(record, nameof(SendResult.HttpStatus))
        && Has(record, nameof(SendResult.FromJournal));

    private static bool Has(InputRecord record, string name)
    {
        for (var i = 0; i < record.Count; i++)
        {
            if (string.Equals(record.NameAt(i), name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
