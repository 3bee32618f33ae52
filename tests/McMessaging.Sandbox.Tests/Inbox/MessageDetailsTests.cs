using System.Text;
using System.Text.Json;
using McMessaging.Sandboxing.Inbox;
using McMessaging.Sandboxing.Status;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Inbox;

public class MessageDetailsTests
{
    [Fact]
    public async Task The_request_is_the_one_that_was_sent_with_this_recipient_alone()
    {
        using var host = await SandboxHost.StartAsync();
        await host.PostAsync("messaging/v1/sms/messages", $$"""
            { "definitionKey":"code", "recipients": [ {{Bodies.Sms("k1")}}, {{Bodies.Sms("k2")}} ],
              "content":{"message":"Hi"} }
            """);

        var detail = Find(host, "k2");

        Assert.Equal(
            $$"""
            { "definitionKey":"code", "recipients": [{{Bodies.Sms("k2")}}],
              "content":{"message":"Hi"} }

            """.ReplaceLineEndings("\n").TrimEnd(),
            Encoding.UTF8.GetString(detail.Request!));
        Assert.Equal(DeliveryState.Queued, detail.Delivery?.State);
    }

    [Fact]
    public async Task The_request_to_one_recipient_is_kept_as_it_was_sent()
    {
        using var host = await SandboxHost.StartAsync();
        var body = Bodies.One("""{"contactKey":"ada","to":"ada@example.com"}""");
        await host.PostAsync("messaging/v1/email/messages/k1", body);

        Assert.Equal(body, Encoding.UTF8.GetString(Find(host, "k1").Request!));
    }

    [Fact]
    public async Task The_response_is_the_one_that_was_given_with_this_recipient_alone()
    {
        using var host = await SandboxHost.StartAsync();
        var response = await host.SendEmailsAsync(Bodies.Email("k1"), Bodies.Email("k2", to: "nobody"));

        var told = JsonDocument.Parse(Find(host, "k2").Response).RootElement;

        Assert.Equal(response.Json.GetProperty("requestId").GetString(), told.GetProperty("requestId").GetString());
        Assert.Equal(109001, told.GetProperty("errorcode").GetInt32());
        Assert.Equal(response.Responses[1].GetRawText(), told.GetProperty("responses")[0].GetRawText());
        Assert.Equal(1, told.GetProperty("responses").GetArrayLength());
    }

    [Fact]
    public async Task The_attempts_before_and_after_a_message_was_accepted_are_told_in_order()
    {
        using var host = await SandboxHost.StartAsync(SandboxFaults.Parse(["http500=1x1", "dropAfter=1x2"]));
        await host.SendEmailsAsync(Bodies.Email("k0"), Bodies.Email("k1"));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<HttpRequestException>(() => host.SendEmailsAsync(Bodies.Email("k1")));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.SendEmailsAsync(Bodies.Email("k1"));

        var attempts = Find(host, "k1").Attempts;

        Assert.Equal(["http500", "dropAfter", null], attempts.Select(attempt => attempt.Fault));
        Assert.Equal([500, null, 400], attempts.Select(attempt => attempt.HttpStatus));
        Assert.Equal([0, 0, 109110], attempts.Select(attempt => attempt.ErrorCode));
        Assert.Equal([null, 1, 2], attempts.Select(attempt => attempt.Sequence));
    }

    [Fact]
    public async Task The_lost_attempts_of_a_triggered_send_are_told()
    {
        using var host = await SandboxHost.StartAsync(SandboxFaults.Parse(["http503@triggered=1x1"]));
        await host.TriggerAsync(Bodies.Triggered());
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.TriggerAsync(Bodies.Triggered(address: "grace@example.com"));
        await host.TriggerAsync(Bodies.Triggered(), "key:another");
        await host.TriggerAsync(Bodies.Triggered());

        var attempts = Find(host, host.Sandbox.GetMessages()[^1].MessageKey).Attempts;

        Assert.Equal(["http503", null], attempts.Select(attempt => attempt.Fault));
        Assert.Equal([503, 202], attempts.Select(attempt => attempt.HttpStatus));
        Assert.Equal([null, 3], attempts.Select(attempt => attempt.Sequence));
    }

    [Fact]
    public async Task Refused_triggered_sends_are_no_attempts_of_each_other()
    {
        using var host = await SandboxHost.StartAsync();
        await host.TriggerAsync(Bodies.Triggered(address: "nobody"));
        await host.TriggerAsync(Bodies.Triggered(address: "no one"));

        Assert.Single(host.Sandbox.Services.Details.Find(2)!.Attempts);
    }

    [Fact]
    public async Task A_recipient_that_is_very_long_is_told_without_its_request()
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync($$"""
            {"contactKey":"ada","messageKey":"k1","attributes":{"Text":"{{new string('x', 20_000)}}"} }
            """);

        Assert.Null(Find(host, "k1").Request);
    }

    private static MessageDetail Find(SandboxHost host, string key)
    {
        var message = host.Sandbox.GetMessages(messageKey: key)[0];
        return host.Sandbox.Services.Details.Find(message.Sequence)!;
    }
}
