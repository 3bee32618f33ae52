using System.Net;
using System.Text.Json;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Status;

public class MessageStatusHandlerTests
{
    [Theory]
    [InlineData("email", "EmailQueued", "EmailSent")]
    [InlineData("sms", "SMSQueued", "SMSSent")]
    public async Task A_message_is_queued_then_sent(string channel, string queuedEvent, string sentEvent)
    {
        using var host = await SandboxHost.StartAsync();
        await SendAsync(host, channel, "k1");

        var queued = await host.GetAsync($"messaging/v1/{channel}/messages/k1");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var sent = await host.GetAsync($"messaging/v1/{channel}/messages/k1");

        Assert.Equal(HttpStatusCode.OK, queued.Status);
        Assert.Equal(["requestId", "eventCategoryType", "timestamp"], Members(queued.Json));
        Assert.Equal($"TransactionalSendEvents.{queuedEvent}", EventOf(queued));
        Assert.Equal(["requestId", "eventCategoryType", "timestamp", "compositeId", "info"], Members(sent.Json));
        Assert.Equal($"TransactionalSendEvents.{sentEvent}", EventOf(sent));
        Assert.Equal(["messageKey", "contactKey", "to"], Members(sent.Json.GetProperty("info")));
        Assert.Equal("k1", sent.Json.GetProperty("info").GetProperty("messageKey").GetString());
        Assert.Equal("ada", sent.Json.GetProperty("info").GetProperty("contactKey").GetString());
    }

    [Fact]
    public async Task Times_are_Central_Standard_Time_without_an_offset()
    {
        using var host = await SandboxHost.StartAsync();
        host.Clock.Advance(TimeSpan.FromDays(150));
        await host.AuthorizeAsync();
        var sentAt = host.Clock.GetUtcNow();
        await SendAsync(host, "email", "k1");

        var response = await host.GetAsync("messaging/v1/email/messages/k1");

        Assert.Equal(
            sentAt.UtcDateTime.AddHours(-6).ToString("s"), response.Json.GetProperty("timestamp").GetString());
    }

    [Fact]
    public async Task The_delay_of_the_options_decides_when_a_message_is_sent()
    {
        using var host = await SandboxHost.StartAsync(deliveryDelay: TimeSpan.Zero);
        await SendAsync(host, "email", "k1");

        Assert.EndsWith(
            ".EmailSent", EventOf(await host.GetAsync("messaging/v1/email/messages/k1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_which_begins_with_notsent_is_not_sent()
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(Bodies.Email("k1", to: "notsent.ada@example.com"));
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var response = await host.GetAsync("messaging/v1/email/messages/k1");

        Assert.Equal("TransactionalSendEvents.EmailNotSent", EventOf(response));
        Assert.Equal(24, response.Json.GetProperty("info").GetProperty("statusCode").GetInt32());
        Assert.Equal(
            "ListDetectiveExclusion", response.Json.GetProperty("info").GetProperty("statusMessage").GetString());
    }

    [Fact]
    public async Task An_sms_to_a_contact_key_which_begins_with_notsent_is_not_sent()
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendSmsAsync("""{"contactKey":"NotSent-ada","to":"15555551234","messageKey":"k1"}""");
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var response = await host.GetAsync("messaging/v1/sms/messages/k1");

        Assert.Equal("TransactionalSendEvents.SMSNotSent", EventOf(response));
        Assert.Equal(2502, response.Json.GetProperty("info").GetProperty("statusCode").GetInt32());
    }

    [Theory]
    [InlineData("messaging/v1/email/messages/unknown")]
    [InlineData("messaging/v1/sms/messages/k1")]
    [InlineData("messaging/v1/email/messages/refused")]
    public async Task A_message_the_channel_never_accepted_is_404(string path)
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(Bodies.Email("k1"), Bodies.Email("refused", to: "nobody"));

        var response = await host.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.Status);
        Assert.Equal(30003, response.ErrorCode);
        Assert.StartsWith("FuelRuntime_ObjectNotFound: Unable to find", response.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_is_kept_for_three_days()
    {
        using var host = await SandboxHost.StartAsync(tokenLifetime: TimeSpan.FromDays(10));
        await SendAsync(host, "email", "k1");
        host.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("messaging/v1/email/messages/k1")).Status);

        host.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("messaging/v1/email/messages/k1")).Status);
    }

    [Fact]
    public async Task A_message_the_inbox_has_forgotten_is_404_and_its_key_still_taken()
    {
        using var host = await SandboxHost.StartAsync(inboxCapacity: 1);
        await SendAsync(host, "email", "k1");
        await SendAsync(host, "email", "k2");

        var status = await host.GetAsync("messaging/v1/email/messages/k1");
        var again = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.NotFound, status.Status);
        Assert.Equal(109110, again.Responses.Single().GetProperty("errorcode").GetInt32());
    }

    [Fact]
    public async Task The_key_is_unescaped_from_the_path()
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(Bodies.Email("a/b c%"));

        var response = await host.GetAsync($"messaging/v1/email/messages/{Uri.EscapeDataString("a/b c%")}");

        Assert.Equal(HttpStatusCode.OK, response.Status);
    }

    private static Task<Response> SendAsync(SandboxHost host, string channel, string key) =>
        channel == "sms" ? host.SendSmsAsync(Bodies.Sms(key)) : host.SendEmailsAsync(Bodies.Email(key));

    private static string EventOf(Response response) => response.Json.GetProperty("eventCategoryType").GetString()!;

    private static IEnumerable<string> Members(JsonElement json) =>
        json.EnumerateObject().Select(member => member.Name);
}
