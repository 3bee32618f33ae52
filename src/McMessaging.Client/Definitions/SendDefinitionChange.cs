namespace McMessaging;

/// <summary>
/// What a definition shall have. Only what is given is sent; a given <c>null</c> empties the field. The fields are
/// those of
/// <see cref="SendDefinition"/>.
/// </summary>
public sealed record SendDefinitionChange
{
    /// <summary>The name.</summary>
    public Given<string?> Name { get; init; }

    /// <summary>The description.</summary>
    public Given<string?> Description { get; init; }

    /// <summary>The status.</summary>
    public Given<DefinitionStatus> Status { get; init; }

    /// <summary>Email: the sending classification.</summary>
    public Given<string?> Classification { get; init; }

    /// <summary>Email: the customer key of the content asset.</summary>
    public Given<string?> CustomerKey { get; init; }

    /// <summary>Email: the list.</summary>
    public Given<string?> List { get; init; }

    /// <summary>Email: the data extension.</summary>
    public Given<string?> DataExtension { get; init; }

    /// <summary>Email: whether links are wrapped for tracking.</summary>
    public Given<bool?> TrackLinks { get; init; }

    /// <summary>Email: who gets a copy.</summary>
    public Given<IReadOnlyList<string>?> Cc { get; init; }

    /// <summary>Email: who gets a blind copy.</summary>
    public Given<IReadOnlyList<string>?> Bcc { get; init; }

    /// <summary>Email: whether the service makes a journey.</summary>
    public Given<bool?> CreateJourney { get; init; }

    /// <summary>Email: the journey.</summary>
    public Given<string?> InteractionKey { get; init; }

    /// <summary>SMS: the text.</summary>
    public Given<string?> Message { get; init; }

    /// <summary>SMS: the short or long code.</summary>
    public Given<string?> ShortCode { get; init; }

    /// <summary>SMS: the country of the short code.</summary>
    public Given<string?> CountryCode { get; init; }

    /// <summary>SMS: the keyword.</summary>
    public Given<string?> Keyword { get; init; }

    /// <summary>Whether an unknown recipient becomes a subscriber.</summary>
    public Given<bool?> AutoAddSubscriber { get; init; }

    /// <summary>Whether a known subscriber is updated.</summary>
    public Given<bool?> UpdateSubscriber { get; init; }

    /// <summary>Whether nothing is given.</summary>
    public bool IsEmpty => this == new SendDefinitionChange();
}
