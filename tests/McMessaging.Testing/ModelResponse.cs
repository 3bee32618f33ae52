using System.Text.Json;
using System.Text.Json.Nodes;

namespace McMessaging.Testing;

/// <summary>The response to one request, before anything goes wrong with it.</summary>
public sealed record ModelResponse(bool IsTriggered, IReadOnlyList<JsonObject> Items)
{
    public static ModelResponse To(JsonElement body, string path, Func<string, string?, int> take)
    {
        if (body.TryGetProperty("To", out var to))
        {
            var code = take(to.GetProperty("SubscriberKey").GetString()!, null);
            return new ModelResponse(true, [Triggered(code)]);
        }

        return new ModelResponse(false, Recipients(body, path).Select(recipient =>
            Message(recipient.MessageKey, take(recipient.ContactKey, recipient.MessageKey))).ToArray());
    }

    public ModelResponse Reversed() => this with { Items = [.. Items.Reverse()] };

    public ModelResponse WithoutLast() => this with { Items = [.. Items.SkipLast(1)] };

    public ModelResponse WithoutKeys() => this with
    {
        Items = [.. Items.Select(item => new JsonObject(item.Where(member => member.Key != "messageKey")
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))))],
    };

    public string Json()
    {
        var hasErrors = Items.Any(item => item.ContainsKey("errorcode"));
        var response = new JsonObject
        {
            ["requestId"] = "r",
            ["responses"] = new JsonArray([.. Items.Select(item => item.DeepClone())]),
        };
        if (!IsTriggered)
        {
            response["errorcode"] = hasErrors ? 109001 : 0;
        }

        return response.ToJsonString();
    }

    private static IEnumerable<(string ContactKey, string MessageKey)> Recipients(JsonElement body, string path)
    {
        if (body.TryGetProperty("recipient", out var single))
        {
            return [(single.GetProperty("contactKey").GetString()!, Uri.UnescapeDataString(path.Split('/')[^1]))];
        }

        return body.GetProperty("recipients").EnumerateArray().Select(recipient =>
            (recipient.GetProperty("contactKey").GetString()!, recipient.GetProperty("messageKey").GetString()!));
    }

    private static JsonObject Message(string key, int code) => code == 0
        ? new JsonObject { ["messageKey"] = key }
        : new JsonObject { ["messageKey"] = key, ["errorcode"] = code, ["message"] = "MCMS_UTM_Validation" };

    private static JsonObject Triggered(int code) => code == 0
        ? new JsonObject { ["recipientSendId"] = "s", ["hasErrors"] = false, ["messages"] = new JsonArray("Queued") }
        : new JsonObject
        {
            ["recipientSendId"] = "s",
            ["hasErrors"] = true,
            ["messageErrors"] = new JsonArray(new JsonObject { ["messageErrorCode"] = 180008 }),
        };
}
