using System.Collections.Concurrent;
using McMessaging.Sandboxing.Channels;

namespace McMessaging.Sandboxing.Definitions;

/// <summary>
/// The definitions of all business units and channels. Unless the sandbox is strict, a key that nobody has deleted
/// stands for a definition, on every route.
/// </summary>
internal sealed class DefinitionCatalogue(SandboxOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<(long AccountId, string Channel), DefinitionStore> _stores = new();

    /// <summary>The definitions of email or sms.</summary>
    public DefinitionStore Of(long accountId, string channel) =>
        _stores.GetOrAdd((accountId, channel), key => CreateStore(key.Channel));

    public bool IsKnown(long accountId, string channel, string key)
    {
        if (channel != ChannelNames.Triggered)
        {
            return Of(accountId, channel).IsKnown(key);
        }

        return options.DefinitionKeys.Contains(key)
            || (!options.StrictDefinition && key.Length <= SandboxOptions.LongestDefinitionKey);
    }

    /// <summary>The queue of a message's definition; a triggered send has none.</summary>
    public DefinitionQueue? QueueOf(SandboxMessage message) => message.Channel == ChannelNames.Triggered
        ? null
        : Of(message.AccountId, message.Channel).QueueOf(message.DefinitionKey);

    private DefinitionStore CreateStore(string channel)
    {
        var schema = channel == ChannelNames.Sms ? DefinitionSchema.Sms : DefinitionSchema.Email;
        var store = new DefinitionStore(schema, options.StrictDefinition, time);
        foreach (var key in options.DefinitionKeys)
        {
            store.Create(ImpliedDefinition.ValuesOf(schema, key));
        }

        return store;
    }
}
