using System.Globalization;

namespace McMessaging.Recipients;

/// <summary>
/// The shard that rejected a row, as the row says it: a corrected contact key would stand in another one, which does not
/// read this row.
/// </summary>
internal static class RowShard
{
    private const string Of = " of ";

    // A spreadsheet makes a date of 2/3.
    public static string Text(SendShard shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{shard.Number}{Of}{shard.Count}");

    /// <summary>The shard; <c>null</c> if the text is none.</summary>
    public static SendShard? Read(string? text)
    {
        try
        {
            return text is null ? null : SendShard.Parse(text.Replace(Of, "/", StringComparison.Ordinal));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
