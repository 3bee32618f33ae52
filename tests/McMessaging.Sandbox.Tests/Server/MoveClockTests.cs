using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Server;

public class MoveClockTests
{
    [Fact]
    public async Task A_key_is_taken_for_72_hours_by_the_clock_that_was_moved()
    {
        using var host = await SandboxHost.StartAsync(tokenLifetime: TimeSpan.FromDays(10));
        await host.SendEmailsAsync(Bodies.Email("k1"));

        host.Sandbox.MoveClock(TimeSpan.FromHours(72) - TimeSpan.FromSeconds(1));
        var early = await host.SendEmailsAsync(Bodies.Email("k1"));
        host.Sandbox.MoveClock(TimeSpan.FromSeconds(1));
        var late = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(109110, early.Responses.Single().GetProperty("errorcode").GetInt32());
        Assert.Equal(HttpStatusCode.Accepted, late.Status);
    }

    [Fact]
    public async Task The_clock_may_be_moved_backwards()
    {
        using var host = await SandboxHost.StartAsync();
        var before = host.Sandbox.Now;
        await host.SendEmailsAsync(Bodies.Email("k1"));

        host.Sandbox.MoveClock(TimeSpan.FromHours(-1));
        var again = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(before.AddHours(-1), host.Sandbox.Now);
        Assert.Equal(109110, again.Responses.Single().GetProperty("errorcode").GetInt32());
        Assert.Equal("Sun, 01 Mar 2026 11:00:00 GMT", again.Headers["Date"]);
    }

    [Fact]
    public async Task Tokens_expire_by_the_clock_that_was_moved()
    {
        using var host = await SandboxHost.StartAsync();

        host.Sandbox.MoveClock(TimeSpan.FromSeconds(1080));

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.SendEmailsAsync(Bodies.Email("k1"))).Status);
    }

    [Fact]
    public async Task Reset_sets_the_clock_right()
    {
        using var host = await SandboxHost.StartAsync();
        var before = host.Sandbox.Now;
        host.Sandbox.MoveClock(TimeSpan.FromDays(5));

        host.Sandbox.Reset();

        Assert.Equal(before, host.Sandbox.Now);
    }
}
