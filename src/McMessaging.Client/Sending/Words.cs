using System.Globalization;

namespace McMessaging.Sending;

/// <summary>Numbers in words for people.</summary>
internal static class Words
{
    /// <summary>"1 recipient", "1,200 recipients".</summary>
    public static string Recipients(long count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "recipient" : "recipients")}");
}
