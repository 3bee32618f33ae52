using McMessaging.Cli.Output;

namespace McMessaging.Cli.Sending;

/// <summary>What a run came to.</summary>
/// <param name="Results">The results.</param>
/// <param name="Previews">What a dry run would have sent.</param>
/// <param name="Sent">What the operation counted; <c>null</c> if it ended early.</param>
/// <param name="Failure">What ended it early.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record SendReport(
    ResultTally Results, PreviewTally Previews, SendSummary? Sent, Exception? Failure, TimeSpan Elapsed);
