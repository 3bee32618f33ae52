using System.Text;

namespace McMessaging.Http;

/// <summary>
/// Keys as one segment of a path. How the service and what stands before it treat <c>%2F</c>, <c>%5C</c> and <c>%25</c>
/// is not documented: the response might be about another key. <c>.</c> and <c>..</c> would name another path.
/// </summary>
internal static class PathKey
{
    /// <summary>Whether nothing on the way can take the key for another one.</summary>
    public static bool IsSafe(string key) => CanBeAskedFor(key) && key.IndexOfAny(['/', '\\', '%']) < 0;

    /// <summary>The key, escaped.</summary>
    /// <param name="key">The key.</param>
    /// <param name="what">What it is the key of, in words for people.</param>
    /// <exception cref="McException">The key is missing, or cannot stand in a path.</exception>
    public static string Escape(string? key, string what) =>
        IsSafe(Given(key, what)) ? Uri.EscapeDataString(key!) : throw NotUsable(key!, what);

    /// <summary>The key, escaped, for a question whose response names the key that it is about.</summary>
    /// <param name="key">The key.</param>
    /// <param name="what">What it is the key of, in words for people.</param>
    /// <exception cref="McException">The key is missing, or would name another path.</exception>
    public static string EscapeToAsk(string? key, string what) =>
        CanBeAskedFor(Given(key, what)) ? Uri.EscapeDataString(key!) : throw NotUsable(key!, what);

    private static bool CanBeAskedFor(string key) =>
        key is not ("" or "." or "..") && key.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);

    private static string Given(string? key, string what) => !string.IsNullOrWhiteSpace(key)
        ? key
        : throw new McException(
            "MissingKey", McErrorCategory.InvalidArgument, $"The {what} is missing.", $"Give the {what}.");

    private static McException NotUsable(string key, string what) => new(
        "KeyNotUsableInAddress",
        McErrorCategory.InvalidArgument,
        $"The {what} '{key}' cannot be asked for: with '/', '\\' or '%', or as '.' or '..', "
            + "it might become the address of something else.",
        "Use keys of other characters. For one that exists, list the definitions (Get-McSendDefinition) "
            + "or the messages not sent (Get-McNotSentMessage).");
}
