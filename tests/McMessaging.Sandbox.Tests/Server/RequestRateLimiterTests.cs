using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Server;

public class RequestRateLimiterTests
{
    [Fact]
    public async Task Requests_beyond_the_limit_of_a_second_are_429_and_taken_in_the_next()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { RequestsPerSecond = 2, RetryAfter = 3 });

        var statuses = new List<HttpStatusCode>();
        foreach (var key in new[] { "k1", "k2", "k3" })
        {
            statuses.Add((await host.SendEmailsAsync(Bodies.Email(key))).Status);
        }

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await host.SendEmailsAsync(Bodies.Email("k3"));

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.TooManyRequests], statuses);
        Assert.Equal(HttpStatusCode.Accepted, later.Status);
        Assert.Equal(1, host.Sandbox.Counters.Faults["requestsPerSecond"]);
    }

    [Fact]
    public async Task A_refused_request_says_when_to_come_back()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { RequestsPerSecond = 1, RetryAfter = 3 });
        await host.SendEmailsAsync(Bodies.Email("k1"));

        var refused = await host.SendEmailsAsync(Bodies.Email("k2"));

        Assert.Equal(50100, refused.ErrorCode);
        Assert.Equal("3", refused.Headers["Retry-After"]);
        Assert.Equal(1, host.Sandbox.Counters.EmailAccepted);
    }

    [Fact]
    public async Task The_limit_is_of_any_second_not_of_those_of_the_clock()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { RequestsPerSecond = 1 });
        host.Clock.Advance(TimeSpan.FromMilliseconds(900));
        await host.SendEmailsAsync(Bodies.Email("k1"));
        host.Clock.Advance(TimeSpan.FromMilliseconds(900));

        var refused = await host.SendEmailsAsync(Bodies.Email("k2"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
    }
}
