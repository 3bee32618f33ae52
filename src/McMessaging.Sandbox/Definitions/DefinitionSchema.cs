using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Definitions;

/// <summary>The members of the send definitions of a channel, in the order in which responses have them.</summary>
internal sealed class DefinitionSchema
{
    public const string Key = "definitionKey";
    public const string NameField = "name";
    public const string StatusField = "status";
    public const string CreateJourney = "options.createJourney";
    public const string InteractionKey = "journey.interactionKey";

    private static readonly string[] ReadOnlyMembers = ["requestId", "definitionId", "createdDate", "modifiedDate"];

    private DefinitionSchema(string channel, params SchemaField[] fields)
    {
        Channel = channel;
        Fields = fields;
    }

    public static DefinitionSchema Email { get; } = new(
        ChannelNames.Email,
        Required(NameField),
        new(Key, FieldKind.Key) { Missing = DefinitionRefusals.MissingDefinitionKey },
        new("description", FieldKind.Text),
        new("classification", FieldKind.Text) { WrongType = DefinitionRefusals.InvalidClassification },
        new(StatusField, FieldKind.Status),
        Required("content.customerKey"),
        Required("subscriptions.list"),
        new("subscriptions.dataExtension", FieldKind.Text),
        new("subscriptions.autoAddSubscriber", FieldKind.Flag)
        {
            WrongType = DefinitionRefusals.InvalidAutoAddSubscriber,
            DefaultsToTrue = true,
        },
        new("subscriptions.updateSubscriber", FieldKind.Flag)
        {
            WrongType = DefinitionRefusals.InvalidUpdateSubscriber,
            DefaultsToTrue = true,
        },
        new("options.trackLinks", FieldKind.Flag)
        {
            WrongType = DefinitionRefusals.InvalidOptions,
            DefaultsToTrue = true,
        },
        new("options.cc", FieldKind.Addresses) { WrongType = DefinitionRefusals.InvalidOptions },
        new("options.bcc", FieldKind.Addresses) { WrongType = DefinitionRefusals.InvalidOptions },
        new(CreateJourney, FieldKind.Flag) { WrongType = DefinitionRefusals.InvalidOptions },
        new(InteractionKey, FieldKind.Text));

    public static DefinitionSchema Sms { get; } = new(
        ChannelNames.Sms,
        Required(NameField),
        new(Key, FieldKind.Key) { Missing = DefinitionRefusals.MissingDefinitionKey },
        new("description", FieldKind.Text),
        new(StatusField, FieldKind.Status),
        Required("content.message"),
        Required("subscriptions.shortCode"),
        new("subscriptions.countryCode", FieldKind.Text),
        new("subscriptions.keyword", FieldKind.Text)
        {
            Missing = DefinitionRefusals.MissingKeyword,
            WrongType = DefinitionRefusals.InvalidKeyword,
        },
        new("subscriptions.autoAddSubscriber", FieldKind.Flag)
        {
            WrongType = DefinitionRefusals.InvalidAutoAddSubscriber,
            DefaultsToTrue = true,
        },
        new("subscriptions.updateSubscriber", FieldKind.Flag)
        {
            WrongType = DefinitionRefusals.InvalidUpdateSubscriber,
        },
        new("options.urlShortenerOptions", FieldKind.UrlShortener) { WrongType = DefinitionRefusals.InvalidOptions },
        new("options.smsMessageRegulatoryAuthorityTemplateId", FieldKind.Text)
        {
            WrongType = DefinitionRefusals.InvalidOptions,
        });

    public string Channel { get; }

    public IReadOnlyList<SchemaField> Fields { get; }

    public SchemaField? Find(string path) => Fields.FirstOrDefault(field => field.Path == path);

    public bool IsObject(string member) => Fields.Any(field => field.Parent == member);

    /// <summary>Whether the member is the service's own.</summary>
    public static bool IsReadOnly(string member) => ReadOnlyMembers.Contains(member);

    private static SchemaField Required(string path) =>
        new(path, FieldKind.Text) { Missing = ServiceErrors.MissingRequiredField(path) };
}
