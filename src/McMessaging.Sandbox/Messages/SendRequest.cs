namespace McMessaging.Sandboxing.Messages;

/// <summary>The body of a send request, to many recipients or to one.</summary>
internal sealed class SendRequest
{
    public string? DefinitionKey { get; set; }

    /// <summary>Null when the request names neither recipients nor a recipient.</summary>
    public List<RequestedRecipient>? Recipients { get; set; }

    /// <summary>The body around its recipients.</summary>
    public RequestFrame Frame { get; set; } = RequestFrame.None;

    /// <summary>The request-wide attributes.</summary>
    public Dictionary<string, string> Attributes { get; set; } = [];

    /// <summary>What replaces the definition's text (SMS).</summary>
    public string? Text { get; set; }

    /// <summary>The recipient's own attributes over those of the request.</summary>
    public IReadOnlyDictionary<string, string> AttributesOf(RequestedRecipient recipient)
    {
        if (recipient.Attributes is null)
        {
            return Attributes;
        }

        foreach ((var name, var value) in Attributes)
        {
            recipient.Attributes.TryAdd(name, value);
        }

        return recipient.Attributes;
    }
}
