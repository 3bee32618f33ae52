using System.Net;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Http;

public class ConnectionLimitsTests
{
    private const int StalledCount = 300;
    private static readonly TimeSpan IdleLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BodyLimit = TimeSpan.FromSeconds(30);

    private readonly VirtualTime _time = new(TimeSpan.Zero);

    [Fact]
    public async Task A_connection_that_never_asks_is_closed_after_five_seconds()
    {
        using var host = await StartAsync();
        using var connection = await RawConnection.OpenAsync(host.Sandbox);

        await AssertClosedAfterAsync(IdleLimit, connection, connections: 2);
    }

    [Fact]
    public async Task A_connection_is_closed_five_seconds_after_its_last_response()
    {
        using var host = await StartAsync();
        using var connection = await RawConnection.OpenAsync(host.Sandbox);
        await connection.WriteAsync(Get(host.Sandbox));
        Assert.Contains("icon.svg", await connection.ReadUntilAsync("</html>\n"), StringComparison.Ordinal);

        await AssertClosedAfterAsync(IdleLimit, connection, connections: 2);
    }

    [Fact]
    public async Task Headers_that_come_drop_by_drop_keep_no_connection_open()
    {
        using var host = await StartAsync();
        using var connection = await RawConnection.OpenAsync(host.Sandbox);
        await connection.WriteAsync("GET / HTTP/1.1\r\nX-Slow: ");

        await AssertClosedAfterAsync(IdleLimit, connection, connections: 2);
    }

    [Fact]
    public async Task A_body_has_thirty_seconds_to_arrive()
    {
        using var host = await StartAsync();
        using var connection = await OpenWithStalledBodyAsync(host.Sandbox);

        await AssertClosedAfterAsync(BodyLimit, connection, connections: 1);
    }

    [Fact]
    public async Task A_response_may_be_as_late_as_it_likes()
    {
        using var host = await StartAsync(new SandboxFaults { LatencyMs = 600_000 });
        var late = host.SendEmailsAsync(Bodies.Email("k1"));
        await host.Clock.NextTimerAsync();

        _time.Advance(TimeSpan.FromHours(1));
        host.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(HttpStatusCode.Accepted, (await late).Status);
    }

    [Fact]
    public async Task Three_hundred_stalled_bodies_do_not_stop_the_next_request()
    {
        using var host = await StartAsync();
        var stalled = new List<RawConnection>();
        for (var i = 0; i < StalledCount; i++)
        {
            stalled.Add(await OpenWithStalledBodyAsync(host.Sandbox));
        }

        await _time.TimersAsync(due => due == BodyLimit, StalledCount);

        var response = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.Accepted, response.Status);
        _time.Advance(BodyLimit);
        foreach (var connection in stalled)
        {
            Assert.Equal("", await connection.ReadToEndAsync());
            connection.Dispose();
        }
    }

    private Task<SandboxHost> StartAsync(SandboxFaults? faults = null) =>
        SandboxHost.StartAsync(faults, limits: new ConnectionLimits(IdleLimit, BodyLimit, _time));

    /// <param name="limit">When it is closed.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="connections">How many wait for so long: the host's own client has one that is idle.</param>
    private async Task AssertClosedAfterAsync(TimeSpan limit, RawConnection connection, int connections)
    {
        await _time.TimersAsync(due => due == limit, connections);
        var end = connection.ReadToEndAsync();
        _time.Advance(limit - TimeSpan.FromMilliseconds(1));
        Assert.False(end.IsCompleted);

        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal("", await end);
    }

    private static string Get(Sandbox sandbox) =>
        $"GET {sandbox.InboxUri.PathAndQuery} HTTP/1.1\r\nHost: {sandbox.Uri.Authority}\r\n\r\n";

    private static async Task<RawConnection> OpenWithStalledBodyAsync(Sandbox sandbox)
    {
        var connection = await RawConnection.OpenAsync(sandbox);
        await connection.WriteAsync(
            $"POST /v2/token HTTP/1.1\r\nHost: {sandbox.Uri.Authority}\r\nContent-Length: 4000000\r\n\r\n{{");
        return connection;
    }
}
