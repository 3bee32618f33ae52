using System.Globalization;

namespace McMessaging;

/// <summary>Numbers in words for people: the same for every host.</summary>
public static class CountWords
{
    /// <summary>"1,200": thousands separated in any culture.</summary>
    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 recipient", "1,200 recipients": thousands separated in any culture.</summary>
    public static string Recipients(long count) =>
        $"{Number(count)} {(count == 1 ? "recipient" : "recipients")}";
}
