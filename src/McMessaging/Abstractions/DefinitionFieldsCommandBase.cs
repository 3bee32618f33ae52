using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace McMessaging.Commands;

/// <summary>A cmdlet that gives a send definition its fields: those that were given, and no others.</summary>
public abstract class DefinitionFieldsCommandBase : ServiceCommandBase
{
    private protected const string Email = "Email";
    private protected const string Sms = "Sms";

    /// <summary>The name.</summary>
    [Parameter(HelpMessage = "The name, unique in the business unit.")]
    [ValidateNotNullOrEmpty]
    public virtual string? Name { get; set; }

    /// <summary>The description.</summary>
    [Parameter(HelpMessage = "The description; empty text or $null clears it.")]
    [AllowNull]
    [AllowEmptyString]
    public string? Description { get; set; }

    /// <summary>Whether it sends.</summary>
    [Parameter(HelpMessage = "Active sends; Inactive queues messages for up to three days.")]
    [ValidateSet("Active", "Inactive")]
    public DefinitionStatus Status { get; set; }

    /// <summary>Whether unknown recipients become subscribers.</summary>
    [Parameter(HelpMessage = "Whether unknown recipients become subscribers. The service's default: true.")]
    public bool AutoAddSubscriber { get; set; }

    /// <summary>Whether known subscribers are updated.</summary>
    [Parameter(HelpMessage = "Whether known subscribers get the address and the attributes of a send.")]
    public bool UpdateSubscriber { get; set; }

    // Declared in the order of completion, which cannot follow the channel: what a new definition needs, then the rest.
    /// <summary>SMS: the text.</summary>
    [Parameter(ParameterSetName = Sms, HelpMessage = "The text of the message. A new definition needs it.")]
    [ValidateNotNullOrEmpty]
    public string? Message { get; set; }

    /// <summary>SMS: the sender.</summary>
    [Parameter(
        ParameterSetName = Sms,
        HelpMessage = "The short or long code that messages come from. A new definition needs it.")]
    [ValidateNotNullOrEmpty]
    public string? ShortCode { get; set; }

    /// <summary>SMS: the country of the short code.</summary>
    [Parameter(
        ParameterSetName = Sms,
        HelpMessage = "The country of the short code, e.g. US. A long code has none.")]
    [AllowEmptyString]
    public string? CountryCode { get; set; }

    /// <summary>SMS: the keyword.</summary>
    [Parameter(
        ParameterSetName = Sms,
        HelpMessage = "The keyword that messages are tracked by. A new definition needs it.")]
    [AllowNull]
    [AllowEmptyString]
    public string? Keyword { get; set; }

    /// <summary>Email: the content.</summary>
    [Parameter(
        ParameterSetName = Email,
        HelpMessage = "The customer key of the content asset. A new definition needs it.")]
    [ValidateNotNullOrEmpty]
    public string? CustomerKey { get; set; }

    /// <summary>Email: the list.</summary>
    [Parameter(
        ParameterSetName = Email,
        HelpMessage = "The external key of the list, or of all subscribers. A new definition needs it.")]
    [ValidateNotNullOrEmpty]
    public string? List { get; set; }

    /// <summary>Email: the data extension.</summary>
    [Parameter(ParameterSetName = Email, HelpMessage = "The data extension that takes a row for each send.")]
    [AllowNull]
    [AllowEmptyString]
    public string? DataExtension { get; set; }

    /// <summary>Email: the sending classification.</summary>
    [Parameter(ParameterSetName = Email, HelpMessage = "The external key of the sending classification.")]
    [AllowNull]
    [AllowEmptyString]
    public string? Classification { get; set; }

    /// <summary>Email: whether links are tracked.</summary>
    [Parameter(ParameterSetName = Email, HelpMessage = "Whether links are tracked. The service's default: true.")]
    [Alias("TrackLinks")]
    public bool TrackLink { get; set; }

    /// <summary>Email: who gets a copy.</summary>
    [Parameter(ParameterSetName = Email, HelpMessage = "Who gets a copy: addresses or %%attributes%%.")]
    [AllowNull]
    [AllowEmptyCollection]
    public string[]? Cc { get; set; }

    /// <summary>Email: who gets a blind copy.</summary>
    [Parameter(ParameterSetName = Email, HelpMessage = "Who gets a blind copy: addresses or %%attributes%%.")]
    [AllowNull]
    [AllowEmptyCollection]
    public string[]? Bcc { get; set; }

    /// <summary>Email: whether the service makes a journey.</summary>
    [Parameter(ParameterSetName = Email, HelpMessage = "Whether the service makes a journey for the definition.")]
    public bool CreateJourney { get; set; }

    /// <summary>Email: the journey.</summary>
    [Parameter(ParameterSetName = Email, HelpMessage = "The key of the journey that the definition belongs to.")]
    [AllowNull]
    [AllowEmptyString]
    public string? InteractionKey { get; set; }

    /// <summary>SMS: how links are shortened.</summary>
    [Parameter(
        ParameterSetName = Sms,
        HelpMessage = "How links are shortened: @{ IsLinkShorteningEnabled; IsSubscriberTrackingEnabled; "
            + "ShortenerType }.")]
    [Alias("UrlShortenerOptions")]
    [AllowNull]
    public UrlShortenerOptions? UrlShortenerOption { get; set; }

    /// <summary>SMS: the id of the text with a regulatory authority.</summary>
    [Parameter(
        ParameterSetName = Sms,
        HelpMessage = "The id that the text has with a regulatory authority, such as India's.")]
    [AllowNull]
    [AllowEmptyString]
    public string? RegulatoryTemplateId { get; set; }

    private protected SendDefinitionChange GivenFields => new()
    {
        Name = IfGiven(Name),
        Description = IfGiven(Description),
        Status = IfGiven(Status),
        AutoAddSubscriber = IfGiven<bool?>(AutoAddSubscriber),
        UpdateSubscriber = IfGiven<bool?>(UpdateSubscriber),
        CustomerKey = IfGiven(CustomerKey),
        List = IfGiven(List),
        DataExtension = IfGiven(DataExtension),
        Classification = IfGiven(Classification),
        TrackLinks = IfGiven<bool?>(TrackLink),
        Cc = IfGiven<IReadOnlyList<string>?>(Cc),
        Bcc = IfGiven<IReadOnlyList<string>?>(Bcc),
        CreateJourney = IfGiven<bool?>(CreateJourney),
        InteractionKey = IfGiven(InteractionKey),
        Message = IfGiven(Message),
        ShortCode = IfGiven(ShortCode),
        CountryCode = IfGiven(CountryCode),
        Keyword = IfGiven(Keyword),
        UrlShortenerOptions = IfGiven(UrlShortenerOption),
        RegulatoryTemplateId = IfGiven(RegulatoryTemplateId),
    };

    private Optional<T> IfGiven<T>(T value, [CallerArgumentExpression(nameof(value))] string parameter = "") =>
        MyInvocation.BoundParameters.ContainsKey(parameter) ? new(value) : default;
}
