namespace McMessaging.Reports.Html;

/// <summary>
/// Text from outside as a report shows it: on one line, without characters that could do something to it, cut, and with
/// addresses masked unless they are wanted.
/// </summary>
internal sealed class ShownText(bool includeAddress)
{
    private const int LongestKey = 100;
    private const int LongestMessage = 200;

    /// <summary>A name or key that is no address.</summary>
    public static string Name(string? text) => OneLine.Of(text, LongestKey);

    /// <summary>A contact key or message key, which people make of addresses.</summary>
    public string Key(string? key, SavedResult result)
    {
        var shown = includeAddress || key is null
            ? key
            : AddressMask.ContactKey(key, result.To, AddressMask.IsSms(result.Channel));
        return Name(shown);
    }

    /// <summary>The service's words, which may repeat what was sent.</summary>
    public string Message(SavedResult result)
    {
        var message = includeAddress || result.Message is null
            ? result.Message
            : AddressMask.Words(result.Message, result.To, AddressMask.IsSms(result.Channel));
        return OneLine.Of(message, LongestMessage);
    }
}
