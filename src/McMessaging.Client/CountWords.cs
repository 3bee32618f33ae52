using System.Globalization;

namespace McMessaging;

/// <summary>Numbers in words for people: the same for every host.</summary>
public static class CountWords
{
    /// <summary>"1 recipient", "1,200 recipients": thousands separated in any culture.</summary>
    public static string Recipients(long count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "recipient" : "recipients")}");
}
