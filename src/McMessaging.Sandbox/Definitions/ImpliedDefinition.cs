using System.Text.Json;
using McMessaging.Sandboxing.Channels;

namespace McMessaging.Sandboxing.Definitions;

/// <summary>What a definition holds that the sandbox has without anybody having created it.</summary>
internal static class ImpliedDefinition
{
    public static Dictionary<string, JsonElement> ValuesOf(DefinitionSchema schema, string key)
    {
        var isSms = schema.Channel == ChannelNames.Sms;
        object definition = isSms
            ? new
            {
                definitionKey = key,
                name = key,
                content = new { message = "sandbox" },
                subscriptions = new { shortCode = "12345", countryCode = "US", keyword = "SANDBOX" },
            }
            : new
            {
                definitionKey = key,
                name = key,
                content = new { customerKey = "sandbox" },
                subscriptions = new { list = "All Subscribers" },
            };
        return new DefinitionBodyReader(schema).ReadNew(JsonSerializer.SerializeToUtf8Bytes(definition));
    }
}
