using System.Text;

namespace McMessaging.Http;

/// <summary>
/// Keys as one segment of a path. How the service and what stands before it treat <c>%2F</c>, <c>%5C</c> and <c>%25</c>
/// is not documented, and <c>.</c> and <c>..</c> would name another path, so such keys are not asked for:
/// the response might be about another key.
/// </summary>
internal static class PathKey
{
    public static bool IsSafe(string key) =>
        key is not ("" or "." or "..")
        && key.IndexOfAny(['/', '\\', '%']) < 0
        && key.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);

    /// <summary>The key, escaped.</summary>
    /// <param name="key">The key.</param>
    /// <param name="what">What it is the key of, in words for people.</param>
    /// <exception cref="McException">The key is missing, or cannot stand in a path.</exception>
    public static string Escape(string? key, string what)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            throw new McException(
                "MissingKey", McErrorCategory.InvalidArgument, $"The {what} is missing.", $"Give the {what}.");
        }

        return IsSafe(key)
            ? Uri.EscapeDataString(key)
            : throw new McException(
                "KeyNotUsableInAddress",
                McErrorCategory.InvalidArgument,
                $"The {what} '{key}' cannot be asked for: with '/', '\\' or '%', or as '.' or '..', "
                    + "it might become the address of something else.",
                "Use keys of other characters. For one that exists, list the definitions (Get-McSendDefinition) "
                    + "or the messages not sent (Get-McNotSentMessage).");
    }
}
