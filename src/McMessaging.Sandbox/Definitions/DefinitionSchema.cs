using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Definitions;

/// <summary>The members of the send definitions of a channel, in the order in which answers have them.</summary>
internal sealed class DefinitionSchema
{
    public const string Key = "definitionKey";
    public const string NameField = "name";
    public const string StatusField = "status";

    private static readonly string[] ReadOnlyMembers = ["requestId", "definitionId", "createdDate", "modifiedDate"];

    private DefinitionSchema(string channel, params DefinitionField[] fields)
    {
        Channel = channel;
        Fields = fields;
    }

    public static DefinitionSchema Email { get; } = new(
        ChannelNames.Email,
        Required(NameField),
        new(Key, FieldKind.Text) { Missing = DefinitionErrors.MissingDefinitionKey },
        new("description", FieldKind.Text),
        new("classification", FieldKind.Text) { WrongType = DefinitionErrors.InvalidClassification },
        new(StatusField, FieldKind.Status),
        Required("content.customerKey"),
        Required("subscriptions.list"),
        new("subscriptions.dataExtension", FieldKind.Text),
        new("subscriptions.autoAddSubscriber", FieldKind.Flag)
        {
            WrongType = DefinitionErrors.InvalidAutoAddSubscriber,
            DefaultsToTrue = true,
        },
        new("subscriptions.updateSubscriber", FieldKind.Flag)
        {
            WrongType = DefinitionErrors.InvalidUpdateSubscriber,
            DefaultsToTrue = true,
        },
        new("options.trackLinks", FieldKind.Flag)
        {
            WrongType = DefinitionErrors.InvalidOptions,
            DefaultsToTrue = true,
        },
        new("options.cc", FieldKind.Addresses) { WrongType = DefinitionErrors.InvalidOptions },
        new("options.bcc", FieldKind.Addresses) { WrongType = DefinitionErrors.InvalidOptions },
        new("options.createJourney", FieldKind.Flag) { WrongType = DefinitionErrors.InvalidOptions },
        new("journey.interactionKey", FieldKind.Text));

    public static DefinitionSchema Sms { get; } = new(
        ChannelNames.Sms,
        Required(NameField),
        new(Key, FieldKind.Text) { Missing = DefinitionErrors.MissingDefinitionKey },
        new("description", FieldKind.Text),
        new(StatusField, FieldKind.Status),
        Required("content.message"),
        Required("subscriptions.shortCode"),
        Required("subscriptions.countryCode") with { MayBeEmpty = true },
        new("subscriptions.keyword", FieldKind.Text) { WrongType = DefinitionErrors.InvalidKeyword },
        new("subscriptions.autoAddSubscriber", FieldKind.Flag)
        {
            WrongType = DefinitionErrors.InvalidAutoAddSubscriber,
            DefaultsToTrue = true,
        },
        new("subscriptions.updateSubscriber", FieldKind.Flag) { WrongType = DefinitionErrors.InvalidUpdateSubscriber });

    public string Channel { get; }

    public IReadOnlyList<DefinitionField> Fields { get; }

    public DefinitionField? Find(string path) => Fields.FirstOrDefault(field => field.Path == path);

    public bool IsObject(string member) => Fields.Any(field => field.Parent == member);

    /// <summary>Whether the member is the service's own; a definition may be sent back as it was answered.</summary>
    public static bool IsReadOnly(string member) => ReadOnlyMembers.Contains(member);

    private static DefinitionField Required(string path) =>
        new(path, FieldKind.Text) { Missing = ServiceErrors.MissingRequiredField(path) };
}
