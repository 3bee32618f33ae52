using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Server;

public class MessagingPipelineFaultTests
{
    [Fact]
    public async Task ExpireToken_kills_the_token_for_good()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { ExpireToken = 1 });

        var expired = await host.SendEmailsAsync(Bodies.Email("k1"));
        host.Sandbox.SetFaults(new SandboxFaults());
        var stillExpired = await host.SendEmailsAsync(Bodies.Email("k1"));
        await host.AuthorizeAsync();
        var renewed = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.Unauthorized, expired.Status);
        Assert.Contains("invalid_token", expired.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, stillExpired.Status);
        Assert.Equal(HttpStatusCode.Accepted, renewed.Status);
        Assert.Equal(1, host.Sandbox.Counters.Faults["expireToken"]);
    }

    [Fact]
    public async Task Slow_holds_the_response_back_for_three_seconds()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { Slow = 1 });

        var response = host.SendEmailsAsync(Bodies.Email("k1"));
        var delay = await host.Clock.NextTimerAsync();
        Assert.Equal(1, host.Sandbox.Counters.EmailAccepted);
        Assert.False(response.IsCompleted);
        host.Clock.Advance(delay);

        Assert.Equal(TimeSpan.FromSeconds(3), delay);
        Assert.Equal(HttpStatusCode.Accepted, (await response).Status);
        Assert.Equal(1, host.Sandbox.Counters.Faults["slow"]);
    }

    [Fact]
    public async Task LatencyMs_holds_every_response_back_and_is_no_counted_fault()
    {
        var faults = new SandboxFaults { LatencyMs = 250, Http500 = 1 };
        using var host = await SandboxHost.StartAsync(faults);

        var response = host.SendEmailsAsync(Bodies.Email("k1"));
        var delay = await host.Clock.NextTimerAsync();
        host.Clock.Advance(delay);

        Assert.Equal(TimeSpan.FromMilliseconds(250), delay);
        Assert.Equal(HttpStatusCode.InternalServerError, (await response).Status);
        Assert.Equal(1, host.Sandbox.Counters.FaultsInjected);
    }

    [Fact]
    public async Task HangBefore_does_not_respond_and_accepts_nothing()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { HangBefore = 1, LatencyMs = 10 });

        var response = host.SendEmailsAsync(Bodies.Email("k1"));
        await Waiting.ForAsync(() => host.Sandbox.Counters.Faults.ContainsKey("hangBefore"));

        Assert.False(response.IsCompleted);
        Assert.Equal(0, host.Sandbox.Counters.EmailAccepted);
        host.Sandbox.Stop();
        await Assert.ThrowsAsync<HttpRequestException>(() => response);
    }

    [Fact]
    public async Task HangAfter_does_not_respond_to_what_it_accepted()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { HangAfter = 1 });

        var response = host.SendEmailsAsync(Bodies.Email("k1"));
        await Waiting.ForAsync(() => host.Sandbox.Counters.EmailAccepted == 1);

        Assert.False(response.IsCompleted);
        host.Sandbox.Stop();
        await Assert.ThrowsAsync<HttpRequestException>(() => response);
    }
}
