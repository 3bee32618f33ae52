namespace McMessaging.Sending;

/// <summary>What became of a batch: one result for each of its input objects, and the error to tell, if any.</summary>
internal sealed record BatchReport(IReadOnlyList<SendResult> Results, McException? Error);
