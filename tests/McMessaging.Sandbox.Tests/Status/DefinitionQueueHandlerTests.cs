using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Status;

public class DefinitionQueueHandlerTests
{
    private const string Definition = "messaging/v1/email/definitions/welcome";
    private const string Queue = Definition + "/queue";

    [Fact]
    public async Task Messages_to_an_inactive_definition_are_accepted_and_wait()
    {
        using var host = await StartAsync("inactive");
        var sent = await host.SendEmailsAsync(Bodies.Email("k1"), Bodies.Email("k2"));
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        var metrics = await host.GetAsync(Queue);

        Assert.Equal(HttpStatusCode.Accepted, sent.Status);
        Assert.Equal("EmailQueued", await StateAsync(host, "k1"));
        Assert.Equal(["requestId", "count", "ageSeconds"], metrics.Json.EnumerateObject().Select(m => m.Name));
        Assert.Equal((2, 120), Metrics(metrics));
    }

    [Fact]
    public async Task A_definition_made_active_releases_its_queue()
    {
        using var host = await StartAsync("inactive");
        await host.SendEmailsAsync(Bodies.Email("k1"));
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        await host.PatchAsync(Definition, """{"status":"active"}""");

        Assert.Equal("EmailSent", await StateAsync(host, "k1"));
        Assert.Equal((0, 0), Metrics(await host.GetAsync(Queue)));
    }

    [Fact]
    public async Task What_was_sent_before_a_definition_became_inactive_stays_sent()
    {
        using var host = await StartAsync("active");
        await host.SendEmailsAsync(Bodies.Email("sent"));
        host.Clock.Advance(TimeSpan.FromSeconds(1.5));
        await host.SendEmailsAsync(Bodies.Email("held"));
        host.Clock.Advance(TimeSpan.FromSeconds(0.5));

        await host.PatchAsync(Definition, """{"status":"inactive"}""");
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("EmailSent", await StateAsync(host, "sent"));
        Assert.Equal("EmailQueued", await StateAsync(host, "held"));
        Assert.Equal(1, Metrics(await host.GetAsync(Queue)).Count);
    }

    [Fact]
    public async Task A_purge_drops_what_waits_and_leaves_what_comes_later()
    {
        using var host = await StartAsync("inactive");
        await host.SendEmailsAsync(Bodies.Email("dropped"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        var purged = await host.DeleteAsync(Queue);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.SendEmailsAsync(Bodies.Email("later"));

        Assert.Equal(HttpStatusCode.OK, purged.Status);
        Assert.Equal("Queued", purged.Message);
        Assert.Equal("EmailNotSent", await StateAsync(host, "dropped"));
        Assert.Equal("EmailQueued", await StateAsync(host, "later"));
        await host.PatchAsync(Definition, """{"status":"active"}""");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("EmailNotSent", await StateAsync(host, "dropped"));
        Assert.Equal("EmailSent", await StateAsync(host, "later"));
    }

    [Fact]
    public async Task The_queue_of_an_active_definition_cannot_be_purged()
    {
        using var host = await StartAsync("active");

        var response = await host.DeleteAsync(Queue);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(30001, response.ErrorCode);
        Assert.Equal(
            "MCMS_UTM_Runtime_InvalidOperation: Definition status must be inactive to delete queue", response.Message);
    }

    [Fact]
    public async Task A_message_waits_for_three_days_and_is_dropped_then()
    {
        using var host = await StartAsync("inactive");
        await host.SendEmailsAsync(Bodies.Email("k1"));
        host.Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        Assert.Equal("EmailQueued", await StateAsync(host, "k1"));

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.PatchAsync(Definition, """{"status":"active"}""");

        Assert.Equal("EmailNotSent", await StateAsync(host, "k1"));
    }

    [Fact]
    public async Task Deleting_a_definition_drops_what_waits()
    {
        using var host = await StartAsync("inactive");
        await host.SendEmailsAsync(Bodies.Email("k1"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        await host.DeleteAsync(Definition);

        Assert.Equal("EmailNotSent", await StateAsync(host, "k1"));
    }

    private static async Task<SandboxHost> StartAsync(string status)
    {
        var host = await SandboxHost.StartAsync(tokenLifetime: TimeSpan.FromDays(10));
        await host.PostAsync("messaging/v1/email/definitions", Bodies.EmailDefinition("welcome", status: status));
        return host;
    }

    private static async Task<string> StateAsync(SandboxHost host, string key)
    {
        var response = await host.GetAsync($"messaging/v1/email/messages/{key}");
        return response.Json.GetProperty("eventCategoryType").GetString()!.Split('.')[1];
    }

    private static (int Count, int Age) Metrics(Response response) =>
        (response.Json.GetProperty("count").GetInt32(), response.Json.GetProperty("ageSeconds").GetInt32());
}
