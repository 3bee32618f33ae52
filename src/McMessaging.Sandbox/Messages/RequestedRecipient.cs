using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Messages;

/// <summary>One recipient as the request names it.</summary>
internal sealed class RequestedRecipient
{
    private const int LongestMessageKey = 100;

    public string? ContactKey { get; set; }

    public string? To { get; set; }

    public string? MessageKey { get; set; }

    public Dictionary<string, string>? Attributes { get; set; }

    /// <summary>The recipient as it was sent; empty when it is too long to be kept.</summary>
    public ReadOnlyMemory<byte> Text { get; set; }

    /// <summary>The first member that has a wrong type.</summary>
    public ServiceError? TypeError { get; set; }

    /// <summary>What is wrong with the recipient by itself, null when nothing is.</summary>
    public ServiceError? Check(Channel channel, bool requiresTo)
    {
        if (TypeError is not null)
        {
            return TypeError;
        }

        if (string.IsNullOrEmpty(ContactKey))
        {
            return MessageRefusals.MissingContactKey;
        }

        // An address may be left out, for a contact that the service knows; it cannot be given as nothing.
        if (To is "" || (To is null && requiresTo))
        {
            return MessageRefusals.MissingTo;
        }

        if (MessageKey?.Length > LongestMessageKey)
        {
            return MessageRefusals.InvalidMessageKey;
        }

        return To is null || channel.IsAddress(To) ? null : MessageRefusals.InvalidTo;
    }
}
