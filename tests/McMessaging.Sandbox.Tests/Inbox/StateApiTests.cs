using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Inbox;

public class StateApiTests
{
    [Fact]
    public async Task The_state_has_the_counters_the_clock_the_faults_and_what_is_kept()
    {
        using var host = await SandboxHost.StartAsync(SandboxFaults.Parse(["slow@sms=1"]), inboxCapacity: 2);
        await host.SendEmailsAsync(Bodies.Email("k1"), Bodies.Email("k2"), Bodies.Email("k3", to: "nobody"));
        host.Sandbox.MoveClock(TimeSpan.FromMinutes(-1));

        var state = (await host.GetFromInboxAsync("state")).Json;

        Assert.Equal(2, state.GetProperty("oldest").GetInt64());
        Assert.Equal(3, state.GetProperty("newest").GetInt64());
        Assert.Equal(2, state.GetProperty("counters").GetProperty("emailAccepted").GetInt64());
        Assert.Equal(1, state.GetProperty("counters").GetProperty("rejected").GetInt64());
        Assert.Equal(host.Sandbox.Now, state.GetProperty("now").GetDateTimeOffset());
        Assert.Equal(-60, state.GetProperty("clockOffsetSeconds").GetDouble());
        Assert.Equal("""{"slow@sms":"1"}""", state.GetProperty("faults").GetRawText());
    }

    [Fact]
    public async Task The_page_is_told_every_fault_the_sandbox_knows()
    {
        using var host = await SandboxHost.StartAsync();

        var faults = (await host.GetFromInboxAsync("setup")).Json.GetProperty("faults").EnumerateArray().ToArray();

        Assert.Equal(
            SandboxFaults.Known.Select(fault => fault.Name),
            faults.Select(fault => fault.GetProperty("name").GetString()));
        var retryAfter = faults.Single(fault => fault.GetProperty("name").GetString() == "retryAfter");
        Assert.Equal(1, retryAfter.GetProperty("normal").GetDouble());
        Assert.False(retryAfter.GetProperty("isRate").GetBoolean());
    }

    [Fact]
    public async Task A_secret_that_was_given_is_not_told()
    {
        using var host = await SandboxHost.StartAsync();

        var setup = await host.GetFromInboxAsync("setup");

        Assert.Equal(HttpStatusCode.OK, setup.Status);
        Assert.True(setup.Json.GetProperty("needsSecret").GetBoolean());
        Assert.DoesNotContain(SandboxHost.ClientSecret, setup.Text, StringComparison.Ordinal);
    }
}
