using System.Text.Json;
using System.Text.Json.Nodes;

namespace McMessaging.Client.Tests.Properties;

/// <summary>The answer to one request, before anything goes wrong with it.</summary>
internal sealed record ModelAnswer(bool IsTriggered, IReadOnlyList<JsonObject> Items)
{
    public static ModelAnswer Of(JsonElement body, Uri uri, Func<string, string?, int> take)
    {
        if (body.TryGetProperty("To", out var to))
        {
            var code = take(to.GetProperty("SubscriberKey").GetString()!, null);
            return new ModelAnswer(true, [Triggered(code)]);
        }

        return new ModelAnswer(false, Recipients(body, uri).Select(recipient =>
            Message(recipient.MessageKey, take(recipient.ContactKey, recipient.MessageKey))).ToArray());
    }

    public ModelAnswer Reversed() => this with { Items = [.. Items.Reverse()] };

    public ModelAnswer WithoutLast() => this with { Items = [.. Items.SkipLast(1)] };

    public ModelAnswer WithoutKeys() => this with
    {
        Items = [.. Items.Select(item => new JsonObject(item.Where(member => member.Key != "messageKey")
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))))],
    };

    public string Json()
    {
        var hasErrors = Items.Any(item => item.ContainsKey("errorcode"));
        var answer = new JsonObject
        {
            ["requestId"] = "r",
            ["responses"] = new JsonArray([.. Items.Select(item => item.DeepClone())]),
        };
        if (!IsTriggered)
        {
            answer["errorcode"] = hasErrors ? 109001 : 0;
        }

        return answer.ToJsonString();
    }

    private static IEnumerable<(string ContactKey, string MessageKey)> Recipients(JsonElement body, Uri uri)
    {
        if (body.TryGetProperty("recipient", out var single))
        {
            return [(single.GetProperty("contactKey").GetString()!, Uri.UnescapeDataString(uri.Segments[^1]))];
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
