namespace McMessaging;

/// <summary>
/// What a definition shall have. Only what is given is sent; a given <c>null</c> empties the field. The fields are
/// those of <see cref="SendDefinition"/>.
/// </summary>
public sealed record SendDefinitionChange
{
    /// <summary>The name.</summary>
    public Optional<string?> Name { get; init; }

    /// <summary>The description.</summary>
    public Optional<string?> Description { get; init; }

    /// <summary>The status.</summary>
    public Optional<DefinitionStatus> Status { get; init; }

    /// <summary>Email: the sending classification.</summary>
    public Optional<string?> Classification { get; init; }

    /// <summary>Email: the customer key of the content asset.</summary>
    public Optional<string?> CustomerKey { get; init; }

    /// <summary>Email: the list.</summary>
    public Optional<string?> List { get; init; }

    /// <summary>Email: the data extension.</summary>
    public Optional<string?> DataExtension { get; init; }

    /// <summary>Email: whether links are wrapped for tracking.</summary>
    public Optional<bool?> TrackLinks { get; init; }

    /// <summary>Email: who gets a copy.</summary>
    public Optional<IReadOnlyList<string>?> Cc { get; init; }

    /// <summary>Email: who gets a blind copy.</summary>
    public Optional<IReadOnlyList<string>?> Bcc { get; init; }

    /// <summary>Email: whether the service makes a journey.</summary>
    public Optional<bool?> CreateJourney { get; init; }

    /// <summary>Email: the journey.</summary>
    public Optional<string?> InteractionKey { get; init; }

    /// <summary>SMS: the text.</summary>
    public Optional<string?> Message { get; init; }

    /// <summary>SMS: the short or long code.</summary>
    public Optional<string?> ShortCode { get; init; }

    /// <summary>SMS: the country of the short code.</summary>
    public Optional<string?> CountryCode { get; init; }

    /// <summary>SMS: the keyword.</summary>
    public Optional<string?> Keyword { get; init; }

    /// <summary>SMS: how links are shortened.</summary>
    public Optional<UrlShortenerOptions?> UrlShortenerOptions { get; init; }

    /// <summary>SMS: the id that the text has with a regulatory authority.</summary>
    public Optional<string?> RegulatoryTemplateId { get; init; }

    /// <summary>Whether an unknown recipient becomes a subscriber.</summary>
    public Optional<bool?> AutoAddSubscriber { get; init; }

    /// <summary>Whether a known subscriber is updated.</summary>
    public Optional<bool?> UpdateSubscriber { get; init; }

    /// <summary>Whether nothing is given.</summary>
    public bool IsEmpty => this == new SendDefinitionChange();

    /// <summary>Refuses a change that changes nothing.</summary>
    /// <exception cref="McException">Nothing is given (<c>NothingToChange</c>).</exception>
    public void ThrowIfEmpty()
    {
        if (IsEmpty)
        {
            throw new McException(
                "NothingToChange",
                McErrorCategory.InvalidArgument,
                "No field to change is given.",
                "Give at least one field, for example the status.");
        }
    }
}
