namespace McMessaging;

/// <summary>
/// A send definition of email or SMS. What the other channel has, and what the service left out, is <c>null</c>: the
/// items
/// of a list have the key, the name, the status and the dates only.
/// </summary>
public sealed record SendDefinition
{
    /// <summary>The channel.</summary>
    public required MessageChannel Channel { get; init; }

    /// <summary>The key that sends name it by.</summary>
    public required string DefinitionKey { get; init; }

    /// <summary>The name, unique in the business unit.</summary>
    public string? Name { get; init; }

    /// <summary>The service's own id.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The status.</summary>
    public DefinitionStatus Status { get; init; }

    /// <summary>The status as the service wrote it.</summary>
    public string? StatusText { get; init; }

    /// <summary>
    /// When it was made; the service writes no offset, its clock is Central Standard Time (−06:00) all year.
    /// </summary>
    public DateTimeOffset? CreatedDate { get; init; }

    /// <summary>When it was last changed; as <see cref="CreatedDate"/>.</summary>
    public DateTimeOffset? ModifiedDate { get; init; }

    /// <summary>Email: the external key of a transactional sending classification.</summary>
    public string? Classification { get; init; }

    /// <summary>Email: the customer key of the content asset.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>Email: the external key of the list, or all subscribers.</summary>
    public string? List { get; init; }

    /// <summary>Email: the external key of the data extension that takes a row for each send.</summary>
    public string? DataExtension { get; init; }

    /// <summary>Email: whether links are wrapped for tracking.</summary>
    public bool? TrackLinks { get; init; }

    /// <summary>Email: addresses or personalization strings that get a copy.</summary>
    public IReadOnlyList<string>? Cc { get; init; }

    /// <summary>Email: addresses or personalization strings that get a blind copy.</summary>
    public IReadOnlyList<string>? Bcc { get; init; }

    /// <summary>Email: whether the service makes a journey for the definition.</summary>
    public bool? CreateJourney { get; init; }

    /// <summary>Email: the key of the journey that the definition belongs to.</summary>
    public string? InteractionKey { get; init; }

    /// <summary>SMS: the text.</summary>
    public string? Message { get; init; }

    /// <summary>SMS: the short or long code that messages come from.</summary>
    public string? ShortCode { get; init; }

    /// <summary>SMS: the country of the short code; a long code has none.</summary>
    public string? CountryCode { get; init; }

    /// <summary>SMS: the keyword that messages are tracked by.</summary>
    public string? Keyword { get; init; }

    /// <summary>SMS: how links are shortened.</summary>
    public UrlShortenerOptions? UrlShortenerOptions { get; init; }

    /// <summary>SMS: the id that the text has with a regulatory authority, such as India's.</summary>
    public string? RegulatoryTemplateId { get; init; }

    /// <summary>Whether an unknown recipient becomes a subscriber.</summary>
    public bool? AutoAddSubscriber { get; init; }

    /// <summary>Whether a known subscriber gets the address and the attributes of a send.</summary>
    public bool? UpdateSubscriber { get; init; }

    /// <summary>The service's id of the request that asked.</summary>
    public string? RequestId { get; init; }

    /// <summary>The channel, the key and the status.</summary>
    public override string ToString() => OneLine.Of($"{Channel} definition {DefinitionKey}: {StatusText}");
}
