using System.Text.Json;
using System.Text.Json.Nodes;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Inbox;

public class MessageViewTests
{
    [Fact]
    public async Task A_message_is_told_with_its_attributes_its_request_and_its_response()
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(
            """{"contactKey":"ada","to":"ada@example.com","messageKey":"k1","attributes":{"City":"<b>Łódź"}}""");

        var message = await GetAsync(host, 1);

        Assert.Equal("City", message.GetProperty("attributes")[0].GetProperty("name").GetString());
        Assert.Equal("<b>Łódź", message.GetProperty("attributes")[0].GetProperty("value").GetString());
        Assert.Equal("/messaging/v1/email/messages", message.GetProperty("path").GetString());
        var request = message.GetProperty("request").GetString();
        Assert.Contains("\n      \"contactKey\": \"ada\",", request, StringComparison.Ordinal);
        Assert.Contains("<b>Łódź", request, StringComparison.Ordinal);
        var response = message.GetProperty("response").GetString();
        Assert.Contains("\"messageKey\": \"k1\"", response, StringComparison.Ordinal);
        Assert.Equal(202, message.GetProperty("httpStatus").GetInt32());
        Assert.Equal("Queued", message.GetProperty("delivery").GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, message.GetProperty("text").ValueKind);
    }

    [Fact]
    public async Task An_SMS_is_told_as_its_recipient_reads_it_with_its_segments()
    {
        using var host = await SandboxHost.StartAsync();
        await host.PostAsync("messaging/v1/sms/messages", """
            {"definitionKey":"code","content":{"message":"Hi %%NAME%%, %%other%% ~"},
            "recipients":[{"contactKey":"ada","to":"15555551234","attributes":{"Name":"Ada"}}]}
            """);

        var text = (await GetAsync(host, 1)).GetProperty("text");

        Assert.Equal("Hi Ada, %%other%% ~", text.GetProperty("text").GetString());
        Assert.Equal(
            """{"encoding":"GSM-7","units":20,"count":1,"unitsPerSegment":160}""",
            text.GetProperty("segments").GetRawText());
    }

    [Fact]
    public async Task An_SMS_without_a_text_of_its_own_has_its_definitions_when_that_was_created_here()
    {
        using var host = await SandboxHost.StartAsync();
        await host.PostAsync("messaging/v1/sms/definitions", Bodies.SmsDefinition("code"));
        await host.PostAsync("messaging/v1/sms/messages/s1", """
            {"definitionKey":"code","recipient":{"contactKey":"ada","to":"15555551234"}}
            """);
        await host.PostAsync("messaging/v1/sms/messages/s2", """
            {"definitionKey":"unknown","recipient":{"contactKey":"ada","to":"15555551234"}}
            """);

        Assert.Equal("Your code", (await GetAsync(host, 1)).GetProperty("text").GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, (await GetAsync(host, 2)).GetProperty("text").ValueKind);
    }

    [Fact]
    public async Task A_triggered_send_has_its_response_too()
    {
        using var host = await SandboxHost.StartAsync();
        var accepted = await host.TriggerAsync(Bodies.Triggered());
        var refused = await host.TriggerAsync(Bodies.Triggered(address: "nobody"));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(accepted.Text), await ResponseOfAsync(1)));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(refused.Text), await ResponseOfAsync(2)));

        async Task<JsonNode?> ResponseOfAsync(long number) =>
            JsonNode.Parse((await GetAsync(host, number)).GetProperty("response").GetString()!);
    }

    [Fact]
    public async Task The_attempts_say_which_were_lost_to_a_fault()
    {
        using var host = await SandboxHost.StartAsync(SandboxFaults.Parse(["http500=1x1"]));
        await host.SendEmailsAsync(Bodies.Email("k1"));
        await host.SendEmailsAsync(Bodies.Email("k1"));
        await host.SendEmailsAsync(Bodies.Email("k1"));

        var attempts = (await GetAsync(host, 1)).GetProperty("attempts").EnumerateArray();

        Assert.Equal(
            ["NotProcessed", "Accepted", "Rejected"],
            attempts.Select(attempt => attempt.GetProperty("outcome").GetString()));
    }

    private static async Task<JsonElement> GetAsync(SandboxHost host, long number) =>
        (await host.GetFromInboxAsync($"messages/{number}")).Json;
}
