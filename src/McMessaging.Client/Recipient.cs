using System.Collections;
using System.Collections.Specialized;

namespace McMessaging;

/// <summary>One person to send to.</summary>
public sealed class Recipient
{
    /// <summary>The contact key (subscriber key): required by the service.</summary>
    public string? ContactKey { get; init; }

    /// <summary>The email address, or the mobile number as digits with country code.</summary>
    public string? To { get; init; }

    /// <summary>The message key, up to 100 characters; derived when left out.</summary>
    public string? MessageKey { get; init; }

    /// <summary>The attributes that personalize the message: name to value.</summary>
    public IDictionary Attributes { get; init; } = new OrderedDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The contact key, unless it is an address.</summary>
    public override string ToString() =>
        ContactKey?.Contains('@', StringComparison.Ordinal) == true
            ? "Recipient"
            : OneLine.Of($"Recipient {ContactKey}");
}
