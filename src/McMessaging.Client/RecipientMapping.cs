namespace McMessaging;

/// <summary>Which members of an input object make a recipient. Names match without regard to case.</summary>
public sealed record RecipientMapping
{
    /// <summary>
    /// The member that holds the contact key; <c>null</c>: <c>ContactKey</c>, then <c>SubscriberKey</c>.
    /// </summary>
    public string? ContactKeyProperty { get; init; }

    /// <summary>
    /// The member that holds the address; <c>null</c>: <c>To</c>, <c>Address</c>, <c>EmailAddress</c>, <c>Email</c>
    /// (email, triggered) or <c>To</c>, <c>MobileNumber</c>, <c>PhoneNumber</c>, <c>Phone</c> (SMS).
    /// </summary>
    public string? ToProperty { get; init; }

    /// <summary>The member that holds the message key; <c>null</c>: <c>MessageKey</c>.</summary>
    public string? MessageKeyProperty { get; init; }

    /// <summary>Exactly these members become attributes; an empty list: none; <c>null</c>: the default rule.</summary>
    public IReadOnlyList<string>? AttributeProperty { get; init; }

    /// <summary>Whether a recipient without a contact key gets its address as the contact key.</summary>
    public bool UseAddressAsContactKey { get; init; }
}
