namespace McMessaging.Cli.Input;

/// <summary>The first pass: reads everything, so that nothing is sent from an input that is broken somewhere.</summary>
internal static class InputCheck
{
    /// <param name="input">The input.</param>
    /// <param name="toBreak">Whether to count up to where the input is broken, for the second pass to tell it.</param>
    /// <param name="cancellationToken">Ends the pass.</param>
    /// <returns>The number of records.</returns>
    public static long CountRecords(InputFile input, bool toBreak, CancellationToken cancellationToken)
    {
        var reader = new FileRecordReader();
        var record = new InputRecord();
        long count = 0;
        long firstLine = 1;
        var hasContactKey = false;
        var table = input.MustFitCsv ? new TableCheck(input.Name) : null;

        using var records = input.ReadRecords();
        while (Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++count == 1)
            {
                firstLine = records.Line;
            }

            if (hasContactKey && table is null)
            {
                continue;
            }

            record.Clear();
            reader.TryRead(records.Record, record);
            table?.Check(record, records.Line);
            if (hasContactKey)
            {
                continue;
            }

            hasContactKey = input.Columns.HasContactKey(NamesOf(record));
        }

        if (count == 0)
        {
            throw new InputException(input.Name, 1, "there is no recipient in it.", "Give at least one.");
        }

        return hasContactKey ? count : throw new InputException(
            input.Name,
            firstLine,
            $"no object has a member for the contact key. Found: {MemberNames.Describe(NamesOf(record))}.",
            "Name it with --contact-key, or add --use-address-as-contact-key.");

        bool Read()
        {
            try
            {
                return records.Read();
            }
            catch (InputException) when (toBreak && hasContactKey)
            {
                return false;
            }
        }
    }

    private static IEnumerable<string> NamesOf(InputRecord record) =>
        Enumerable.Range(0, record.Count).Select(record.NameAt);
}
