using System.Globalization;

namespace McMessaging.Recipients;

/// <summary>
/// The shard that rejected a row, as the row says it: with a corrected contact key it would be another one's, which
/// does not read this row.
/// </summary>
internal static class RowShard
{
    private const string Separator = " of ";

    // A spreadsheet makes a date of 2/3.
    public static string Text(SendShard shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{shard.Number}{Separator}{shard.Count}");

    /// <summary>The shard; <c>null</c> if the text is none.</summary>
    public static SendShard? Read(string? text)
    {
        try
        {
            return text is null ? null : SendShard.Parse(text.Replace(Separator, "/", StringComparison.Ordinal));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
