using System.Net.Sockets;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Requests;

/// <summary>The cells of the retry matrix where only a network tells what was sent and what was not.</summary>
public sealed class RetryLoopNetworkTests
{
    private readonly VirtualTime _time = new();

    public static TheoryData<string> AllSends => ["email", "sms", "triggered", "triggered with RetryAmbiguous"];

    [Theory]
    [MemberData(nameof(AllSends))]
    public async Task Never_connected_is_retried_and_a_failure_in_the_end(string send)
    {
        var result = await RunAsync(send, new Uri($"http://127.0.0.1:{SocketService.FreePort()}/"));

        Assert.Equal((SendOutcome.Failed, "CouldNotConnect", 7), (result.Outcome, result.ErrorName, result.Attempts));
        Assert.Equal(6, _time.Waits.Count);
    }

    [Theory]
    [MemberData(nameof(AllSends))]
    public async Task Never_connected_and_then_connected_is_accepted(string send)
    {
        var port = SocketService.FreePort();
        await using var service = new SocketService(port, [SocketExchange.Accept]);
        _time.OnWait = _ => service.Start();

        var result = await RunAsync(send, new Uri($"http://127.0.0.1:{port}/"));

        Assert.Equal((SendOutcome.Accepted, 2), (result.Outcome, result.Attempts));
    }

    [Theory]
    [MemberData(nameof(AllSends))]
    public async Task A_name_that_does_not_resolve_is_retried_and_a_failure_in_the_end(string send)
    {
        using var network = new SocketsHttpHandler
        {
            ConnectCallback = (_, _) => throw new SocketException((int)SocketError.HostNotFound),
        };

        var result = await RunAsync(send, new Uri("https://no-such-host.invalid/"), network);

        Assert.Equal((SendOutcome.Failed, "CouldNotConnect", 7), (result.Outcome, result.ErrorName, result.Attempts));
    }

    [Theory]
    [MemberData(nameof(AllSends))]
    public async Task A_failed_TLS_handshake_is_retried_and_a_failure_in_the_end(string send)
    {
        await using var service = new SocketService(SocketExchange.Close);

        var result = await RunAsync(send, new Uri($"https://127.0.0.1:{service.Port}/"));

        Assert.Equal((SendOutcome.Failed, "CouldNotConnect", 7), (result.Outcome, result.ErrorName, result.Attempts));
        Assert.Empty(service.Bodies);
    }

    [Theory]
    [InlineData("email", SendOutcome.Accepted, 2)]
    [InlineData("sms", SendOutcome.Accepted, 2)]
    [InlineData("triggered", SendOutcome.Unknown, 1)]
    [InlineData("triggered with RetryAmbiguous", SendOutcome.Accepted, 2)]
    public async Task Reset_after_the_request_was_sent(string send, SendOutcome outcome, int attempts) =>
        await CheckAsync(send, SocketExchange.Reset, outcome, attempts);

    [Theory]
    [InlineData("email", SendOutcome.Accepted, 2)]
    [InlineData("sms", SendOutcome.Accepted, 2)]
    [InlineData("triggered", SendOutcome.Unknown, 1)]
    [InlineData("triggered with RetryAmbiguous", SendOutcome.Accepted, 2)]
    public async Task Closed_after_the_request_was_sent(string send, SendOutcome outcome, int attempts) =>
        await CheckAsync(send, SocketExchange.Close, outcome, attempts);

    [Theory]
    [InlineData("email", SendOutcome.Accepted, 2)]
    [InlineData("sms", SendOutcome.Accepted, 2)]
    [InlineData("triggered", SendOutcome.Unknown, 1)]
    [InlineData("triggered with RetryAmbiguous", SendOutcome.Accepted, 2)]
    public async Task Closed_in_the_middle_of_the_response(string send, SendOutcome outcome, int attempts) =>
        await CheckAsync(send, SocketExchange.HalfResponse, outcome, attempts);

    [Theory]
    [InlineData("email", SendOutcome.Accepted, 2)]
    [InlineData("sms", SendOutcome.Accepted, 2)]
    [InlineData("triggered", SendOutcome.Unknown, 1)]
    [InlineData("triggered with RetryAmbiguous", SendOutcome.Accepted, 2)]
    public async Task No_response_within_the_time_limit(string send, SendOutcome outcome, int attempts) =>
        await CheckAsync(
            send, SocketExchange.Silent(() => _time.Advance(TimeSpan.FromSeconds(131))), outcome, attempts);

    private async Task CheckAsync(string send, Func<SocketExchange, Task> fault, SendOutcome outcome, int attempts)
    {
        await using var service = new SocketService(fault, SocketExchange.Accept);

        var result = await RunAsync(send, service.Address);

        Assert.Equal((outcome, attempts, attempts), (result.Outcome, result.Attempts, service.Bodies.Count));
        Assert.Single(service.Bodies.Distinct());
    }

    private async Task<RecipientResult> RunAsync(string send, Uri restBase, HttpMessageHandler? network = null)
    {
        var options = send switch
        {
            "email" => Sends.Email(),
            "sms" => Sends.Sms(),
            "triggered" => Sends.Triggered(),
            _ => Sends.Triggered() with { RetryAmbiguous = true },
        };
        using var connection = await Sends.ConnectToAsync(restBase, _time, network);
        var host = new RecordingHost();
        await Sends.RunAsync(connection, options, Sends.People(1), host);
        return Assert.Single(host.Results);
    }
}
