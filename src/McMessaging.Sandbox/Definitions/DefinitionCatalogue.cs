using System.Text;
using System.Text.Json;
using McMessaging.Sandboxing.Channels;

namespace McMessaging.Sandboxing.Definitions;

/// <summary>The definitions of all channels. Unless the sandbox is strict, messages may name any key.</summary>
internal sealed class DefinitionCatalogue
{
    private readonly bool _isStrict;
    private readonly HashSet<string> _triggered;
    private readonly Dictionary<string, DefinitionStore> _stores;

    public DefinitionCatalogue(SandboxOptions options, TimeProvider time)
    {
        _isStrict = options.StrictDefinition;
        _triggered = new HashSet<string>(options.DefinitionKeys, StringComparer.Ordinal);
        _stores = new Dictionary<string, DefinitionStore>(StringComparer.Ordinal)
        {
            [ChannelNames.Email] = new(DefinitionSchema.Email, time),
            [ChannelNames.Sms] = new(DefinitionSchema.Sms, time),
        };
        foreach (var key in _triggered)
        {
            Seed(ChannelNames.Email, key, """
                "content":{"customerKey":"sandbox"},"subscriptions":{"list":"sandbox"}
                """);
            Seed(ChannelNames.Sms, key, """
                "content":{"message":"sandbox"},"subscriptions":{"shortCode":"12345","countryCode":"US"}
                """);
        }
    }

    /// <summary>The definitions of email or sms.</summary>
    public DefinitionStore Of(string channel) => _stores[channel];

    public bool IsKnown(string channel, string key) =>
        !_isStrict || (channel == ChannelNames.Triggered ? _triggered.Contains(key) : Of(channel).Contains(key));

    /// <summary>The queue of a message's definition; a triggered send has none.</summary>
    public DefinitionQueue? QueueOf(SandboxMessage message) =>
        _stores.GetValueOrDefault(message.Channel)?.QueueOf(message.DefinitionKey);

    private void Seed(string channel, string key, string members)
    {
        var name = JsonSerializer.Serialize(key);
        var body = Encoding.UTF8.GetBytes($$"""{"definitionKey":{{name}},"name":{{name}},{{members}}}""");
        var store = Of(channel);
        store.Create(new DefinitionBodyReader(store.Schema).ReadNew(body));
    }
}
