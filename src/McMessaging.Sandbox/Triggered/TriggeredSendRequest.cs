using System.Text.Json;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Triggered;

/// <summary>The body of a triggered send, whose members are in Pascal case.</summary>
internal sealed record TriggeredSendRequest(
    string? Address,
    string? SubscriberKey,
    IReadOnlyDictionary<string, string> Attributes,
    bool IsSynchronous)
{
    public static TriggeredSendRequest Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var to = Member(document.RootElement, "To");
            return new TriggeredSendRequest(
                Text(to, "Address"),
                Text(to, "SubscriberKey"),
                ReadAttributes(Member(Member(to, "ContactAttributes"), "SubscriberAttributes")),
                ReadIsSynchronous(Member(document.RootElement, "Options")));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new RequestRefusedException(ServiceErrors.NotJson);
        }
    }

    private static bool ReadIsSynchronous(JsonElement options) => Text(options, "RequestType") switch
    {
        null => false,
        string type when type.Equals("ASYNC", StringComparison.OrdinalIgnoreCase) => false,
        string type when type.Equals("SYNC", StringComparison.OrdinalIgnoreCase) => true,
        _ => throw new RequestRefusedException(
            ServiceErrors.InvalidValue("Options.RequestType", "must be SYNC or ASYNC")),
    };

    private static Dictionary<string, string> ReadAttributes(JsonElement attributes)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (attributes.ValueKind != JsonValueKind.Object)
        {
            return values;
        }

        foreach (var attribute in attributes.EnumerateObject())
        {
            values[attribute.Name] = attribute.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                ? throw new RequestRefusedException(ServiceErrors.InvalidDataType(
                    $"SubscriberAttributes.{attribute.Name}", "a string, number or boolean"))
                : attribute.Value.ToString();
        }

        return values;
    }

    // The service's own samples write OPTIONS and Options, and take both.
    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
            ? parent.EnumerateObject()
                .FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value
            : default;

    private static string? Text(JsonElement parent, string name)
    {
        var value = Member(parent, name);
        return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
