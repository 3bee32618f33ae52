using System.Security.Cryptography;
using McMessaging.Sandboxing.Channels;

namespace McMessaging.Sandboxing.Triggered;

/// <summary>
/// Tells which requests are attempts of one triggered send. It has no key of its client's, so the same bytes to the
/// same definition count as the same send.
/// </summary>
internal static class TriggeredAttempt
{
    // The line break keeps it apart from message keys, which are sent in a path.
    public static string KeyOf(string definition, ReadOnlyMemory<byte> body) =>
        $"{definition}\n{Convert.ToHexString(SHA256.HashData(body.Span))}";

    public static bool IsOfSame(SandboxMessage other, SandboxMessage message) =>
        other.Channel == ChannelNames.Triggered
        && other.DefinitionKey == message.DefinitionKey
        && message.Origin is { Recipient.IsEmpty: false }
        && other.Origin is { } origin
        && origin.Recipient.Span.SequenceEqual(message.Origin.Recipient.Span);
}
