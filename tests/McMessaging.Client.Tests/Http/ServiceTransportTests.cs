using System.Globalization;
using McMessaging.Auth;
using McMessaging.Client.Tests.Support;
using McMessaging.Http;

namespace McMessaging.Client.Tests.Http;

/// <summary>What goes over the wire, and what may come back.</summary>
public sealed class ServiceTransportTests
{
    private readonly VirtualTime _time = new();
    private readonly RecordingHost _host = new();

    [Fact]
    public async Task A_request_says_what_it_is_and_who_sends_it()
    {
        var head = "";
        await using var service = new SocketService(requestResult =>
        {
            head = requestResult.Head;
            return SocketExchange.Accept(requestResult);
        });

        await RunAsync(service);

        var lines = head.Split("\r\n");
        Assert.Equal("POST /messaging/v1/email/messages HTTP/1.1", lines[0]);
        Assert.Contains("Authorization: Bearer t0ken", lines);
        Assert.Contains("Content-Type: application/json", lines);
        Assert.Contains("Accept: application/json", lines);
        Assert.Contains(lines, line => line.StartsWith("User-Agent: McMessaging/", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Accept-Encoding: gzip", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("Expect:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cookie_of_an_response_is_not_sent_back()
    {
        var heads = new List<string>();
        await using var service = new SocketService(requestResult =>
        {
            heads.Add(requestResult.Head);
            return requestResult.RespondAsync(500, "{}", "Set-Cookie: session=1\r\n");
        });

        await RunAsync(service);

        Assert.Equal(7, heads.Count);
        Assert.DoesNotContain(heads, head => head.Contains("Cookie", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Idle_connections_are_dropped_before_the_service_closes_them_at_5_seconds()
    {
        using var network = ServiceTransport.NetworkHandler(null);

        Assert.Equal(TimeSpan.FromSeconds(4), network.PooledConnectionIdleTimeout);
    }

    [Fact]
    public async Task A_packed_response_is_unpacked()
    {
        await using var service = new SocketService(SocketExchange.Gzip);

        await RunAsync(service);

        Assert.Equal((SendOutcome.Accepted, 1), (Assert.Single(_host.Results).Outcome, _host.Results[0].Attempts));
    }

    [Fact]
    public async Task A_packed_response_that_is_broken_is_ambiguous()
    {
        await using var service = new SocketService(
            SocketExchange.Response(202, "this is not gzip", "Content-Encoding: gzip\r\n"), SocketExchange.Accept);

        await RunAsync(service);

        Assert.Equal((SendOutcome.Accepted, 2), (Assert.Single(_host.Results).Outcome, _host.Results[0].Attempts));
    }

    [Fact]
    public async Task A_response_of_16_MiB_is_read_and_a_larger_one_is_ambiguous()
    {
        const int Limit = 16 * 1024 * 1024;
        await using var service = new SocketService(
            requestResult => requestResult.RespondAsync(202, Padded(requestResult.Body, Limit + 1)),
            requestResult => requestResult.RespondAsync(202, Padded(requestResult.Body, Limit)));

        await RunAsync(service);

        Assert.Equal((SendOutcome.Accepted, 2), (Assert.Single(_host.Results).Outcome, _host.Results[0].Attempts));
    }

    [Fact]
    public async Task A_response_that_never_ends_is_given_up_at_16_MiB()
    {
        await using var service = new SocketService(async requestResult =>
        {
            await requestResult.WriteAsync("HTTP/1.1 202 Accepted\r\nConnection: close\r\n\r\n");
            while (true)
            {
                await requestResult.WriteAsync(new byte[64 * 1024]);
            }
        });

        await RunAsync(service);

        Assert.Equal((SendOutcome.Unknown, 7), (Assert.Single(_host.Results).Outcome, _host.Results[0].Attempts));
        Assert.Contains("16 MiB", _host.Results[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_is_closed_in_the_middle_of_a_run_costs_nobody_his_result()
    {
        var service = new FakeService();
        using var connection = await Sends.ConnectAsync(service, _time);
        service.Respond = (request, _) =>
        {
            if (request.Number == 2)
            {
                connection.Dispose();
            }

            return Task.FromResult(FakeResponse.Accepted(request.Body));
        };

        await Sends.RunAsync(
            connection, Sends.Email() with { BatchSize = 2, ThrottleLimit = 1 }, Sends.People(8), _host);

        Assert.Equal(8, _host.Results.Count);
        Assert.Equal(4, _host.Results.Count(result => result.Outcome == SendOutcome.Accepted));
        Assert.Equal(4, _host.Results.Count(
            result => (result.Outcome, result.ErrorName) == (SendOutcome.Failed, "CouldNotConnect")));
    }

    [Fact]
    public async Task A_proxy_that_cannot_be_used_costs_nobody_his_result()
    {
        using var connection = await Connection.ConnectAsync(
            new ConnectionOptions
            {
                RestBaseUri = new Uri("https://rest.example.com/"),
                AccessToken = Secret.Protect("t0ken"),
                Proxy = new System.Net.WebProxy("ftp://127.0.0.1:1"),
                TimeProvider = _time,
            },
            CancellationToken.None);

        await Sends.RunAsync(connection, Sends.Email(), Sends.People(1), _host);

        Assert.Equal(
            (SendOutcome.Failed, "CouldNotConnect"),
            (Assert.Single(_host.Results).Outcome, _host.Results[0].ErrorName));
    }

    private async Task RunAsync(SocketService service)
    {
        using var connection = await Sends.ConnectToAsync(service.Address, _time);
        await Sends.RunAsync(connection, Sends.Email(), Sends.People(1), _host);
    }

    private static string Padded(string body, int length)
    {
        var json = FakeResponse.AcceptedJson(body);
        return json + new string(' ', length - json.Length);
    }
}
