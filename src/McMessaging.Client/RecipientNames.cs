namespace McMessaging;

/// <summary>
/// The names by which the members of an input object are known, without regard to case; the first wins.
/// </summary>
public static class RecipientNames
{
    /// <summary>The contact key.</summary>
    public static IReadOnlyList<string> ContactKey { get; } = ["ContactKey", "SubscriberKey"];

    /// <summary>The message key.</summary>
    public static IReadOnlyList<string> MessageKey { get; } = ["MessageKey"];

    private static IReadOnlyList<string> EmailAddress { get; } = ["To", "Address", "EmailAddress", "Email"];

    private static IReadOnlyList<string> MobileNumber { get; } = ["To", "MobileNumber", "PhoneNumber", "Phone"];

    /// <summary>The address on a channel.</summary>
    public static IReadOnlyList<string> To(MessageChannel channel) =>
        channel == MessageChannel.Sms ? MobileNumber : EmailAddress;
}
