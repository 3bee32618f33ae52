using System.Text.RegularExpressions;

namespace McMessaging.Cli.Output;

/// <summary>
/// Errors as this program words them: the engine's advice names cmdlets, which may not be on this machine.
/// </summary>
internal static partial class Advice
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["Get-McErrorInfo"] = "mcmsg errors",
        ["Get-McSendDefinition"] = "in Marketing Cloud",
        ["Get-McSendJournal"] = "mcmsg journal",
        ["Get-McNotSentMessage"] = "mcmsg not-sent",
        ["Test-McConnection"] = "mcmsg test",
        ["Connect-McAccount"] = "the SFMC_ variables (see mcmsg --help)",
        ["-ResendUnknown"] = "--resend-unknown",
        ["-RetryRejected"] = "--retry-rejected",
        ["-Shard"] = "--shard",
        ["-RejectedPath"] = "--rejected",
        ["-Force"] = "--force",
        ["-JournalPath"] = "--journal",
        ["-RunId"] = "--run-id",
        ["-MaxRetryCount"] = "--max-retry",
        ["-RetryTimeoutSec"] = "--retry-timeout",
        ["-TimeoutSec"] = "--timeout",
        ["-ThrottleLimit"] = "--concurrency",
        ["-LastEventId"] = "--last-event-id",
        ["-BatchSize"] = "--batch-size",
        ["-ContactKeyProperty"] = "--contact-key",
        ["-ToProperty"] = "--to",
    };

    public static string Of(McException error) => Of($"{error.Message} {error.RecommendedAction}".TrimEnd());

    public static string Of(string text) => CmdletWord().Replace(text, Translate);

    private static string Translate(Match word) => Words.GetValueOrDefault(word.Value, word.Value);

    [GeneratedRegex(@"(?<![\w-])(?:[A-Z][a-z]+-Mc[A-Za-z]+|-[A-Z][A-Za-z]+)")]
    private static partial Regex CmdletWord();
}
