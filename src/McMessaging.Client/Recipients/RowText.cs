using System.Globalization;
using System.Text;

namespace McMessaging.Recipients;

/// <summary>
/// Tells an input object that is no recipient from others, as one text: by its contact key and address, as recipients
/// are told apart, and where it has no contact key, by all that it says. The same object has the same text whenever and
/// wherever it is read. What an earlier run wrote into a row does not count.
/// </summary>
internal static class RowText
{
    public static string Of(MappedRecipient recipient, InputRow row, IRecordReader reader)
    {
        if (recipient.ContactKey is not { } contactKey)
        {
            return OfAll(row, reader);
        }

        var text = new StringBuilder("recipient:");
        Append(contactKey, text);
        Append(recipient.GivenTo?.Trim(), text);
        return text.ToString();
    }

    private static string OfAll(InputRow row, IRecordReader reader)
    {
        var sorted = new SortedReader(reader);
        var text = new StringBuilder();
        foreach (var index in SortedReader.Order(row.Names))
        {
            if (!RejectedColumns.Contains(row.Names[index]))
            {
                Append(row.Names[index], text);
                Append(MemberText.Of(row.Values[index], sorted), text);
            }
        }

        if (row.Names.Count == 0)
        {
            Append(MemberText.Of(row.Memberless, sorted), text);
        }

        return text.ToString();
    }

    // With its length, so that no two texts run into each other.
    private static void Append(string? part, StringBuilder text) =>
        text.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? 0}:{part}");

    /// <summary>Reads members in the order of their names: that of a hashtable is another in every process.</summary>
    private sealed class SortedReader(IRecordReader reader) : IRecordReader
    {
        public static IEnumerable<int> Order(IReadOnlyList<string> names) =>
            Enumerable.Range(0, names.Count).OrderBy(index => names[index], StringComparer.Ordinal);

        public bool TryRead(object? input, InputRecord record)
        {
            var unsorted = new InputRecord();
            if (!reader.TryRead(input, unsorted))
            {
                return false;
            }

            foreach (var index in Order([.. Enumerable.Range(0, unsorted.Count).Select(unsorted.NameAt)]))
            {
                record.Add(unsorted.NameAt(index), unsorted.ValueAt(index));
            }

            return true;
        }

        public object? Unwrap(object? value) => reader.Unwrap(value);
    }
}
