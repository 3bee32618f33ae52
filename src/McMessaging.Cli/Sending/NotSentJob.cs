namespace McMessaging.Cli.Sending;

/// <summary>What a list of messages not sent was asked for.</summary>
/// <param name="Channel">Email or SMS.</param>
/// <param name="Options">Which messages.</param>
/// <param name="Output">Where they go; <c>-</c>: standard output.</param>
internal sealed record NotSentJob(MessageChannel Channel, NotSentOptions Options, string Output);
