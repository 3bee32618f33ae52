using McMessaging.Auth;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Auth;

public sealed class TokenClientFailureTests
{
    private readonly VirtualTime _time = new();

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(408)]
    [InlineData(429)]
    public async Task Passing_trouble_is_retried(int status)
    {
        Func<HttpResponseMessage> fault = () =>
            FakeResponse.Json(status, """{"message":"Internal Server Error","errorcode":0}""");
        var service = new FakeService { RespondToTokenRequest = FakeService.TokensInTurn(fault, fault, fault) };

        using var connection = await Sends.ConnectAsync(service, _time);

        Assert.Equal(4, service.TokenRequests);
        Assert.Equal(3, _time.Waits.Count);
    }

    [Theory]
    [InlineData(500, "TokenServiceUnavailable", McErrorCategory.ResourceUnavailable, 4)]
    [InlineData(429, "TokenRateLimited", McErrorCategory.LimitsExceeded, 4)]
    [InlineData(401, "AuthenticationFailed", McErrorCategory.AuthenticationError, 1)]
    [InlineData(400, "UnreadableTokenAnswer", McErrorCategory.ProtocolError, 1)]
    [InlineData(403, "UnreadableTokenAnswer", McErrorCategory.ProtocolError, 1)]
    [InlineData(404, "TokenServiceNotFound", McErrorCategory.ObjectNotFound, 1)]
    [InlineData(200, "UnreadableTokenAnswer", McErrorCategory.ProtocolError, 1)]
    public async Task Trouble_to_the_end_is_told_by_its_kind(
        int status, string id, McErrorCategory category, int requests)
    {
        var service = new FakeService
        {
            RespondToTokenRequest = _ =>
            Task.FromResult<HttpResponseMessage?>(FakeResponse.Json(status, "<html>"))
        };

        var error = await Assert.ThrowsAsync<McException>(() => Sends.ConnectAsync(service, _time));

        Assert.Equal(
            (id, category, status, requests), (error.ErrorId, error.Category, error.HttpStatus, service.TokenRequests));
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
    }

    [Fact]
    public async Task A_stopped_connect_leaves_no_request_that_the_next_connect_would_wait_for()
    {
        var asked = new TaskCompletionSource();
        var never = new TaskCompletionSource<HttpResponseMessage?>();
        var service = new FakeService
        {
            RespondToTokenRequest = number =>
            {
                asked.TrySetResult();
                return number == 1 ? never.Task : Task.FromResult<HttpResponseMessage?>(null);
            },
        };
        var options = Sends.Credentials(service, TimeProvider.System);
        using var stop = new CancellationTokenSource();
        var stopped = Connection.ConnectAsync(options, stop.Token);
        await asked.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);

        using var connection = await Connection.ConnectAsync(options, default).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(2, service.TokenRequests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_refusal_in_the_words_of_the_host_is_one_of_the_credentials(int status)
    {
        var service = new FakeService
        {
            RespondToTokenRequest = FakeService.TokensInTurn(() => FakeResponse.Json(status, """{"error":"x"}""")),
        };

        var error = await Assert.ThrowsAsync<McException>(() => Sends.ConnectAsync(service, _time));

        Assert.Equal(
            ("AuthenticationFailed", McErrorCategory.AuthenticationError, 1),
            (error.ErrorId, error.Category, service.TokenRequests));
    }

    [Fact]
    public async Task The_words_of_the_service_are_told()
    {
        const string Response = """{"error":"invalid_client","error_description":"Client authentication failed."}""";
        var service = new FakeService
        {
            RespondToTokenRequest = FakeService.TokensInTurn(() => FakeResponse.Json(401, Response)),
        };

        var error = await Assert.ThrowsAsync<McException>(() => Sends.ConnectAsync(service, _time));

        Assert.Contains("Client authentication failed.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("error_description", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "<h1>Log in first</h1>", true)]
    [InlineData(200, "<h1>Log in first</h1>", false)]
    [InlineData(200, """{"access_token":"of two words"}""", false)]
    public async Task What_is_no_response_of_the_host_is_told_but_for_a_success_which_may_hold_a_token(
        int status, string body, bool isTold)
    {
        var service = new FakeService
        {
            RespondToTokenRequest = FakeService.TokensInTurn(() => FakeResponse.Json(status, body)),
        };

        var error = await Assert.ThrowsAsync<McException>(() => Sends.ConnectAsync(service, _time));

        Assert.Equal("UnreadableTokenAnswer", error.ErrorId);
        Assert.Equal(isTold, error.Message.Contains(body, StringComparison.Ordinal));
        Assert.Equal(isTold, !error.Message.EndsWith("without a token.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_told()
    {
        var error = await Assert.ThrowsAsync<McException>(() => Connection.ConnectAsync(
            Sends.Credentials(null, _time, null, new Uri($"http://127.0.0.1:{SocketService.FreePort()}/")),
            CancellationToken.None));

        Assert.Equal(("ServiceUnreachable", McErrorCategory.ConnectionError), (error.ErrorId, error.Category));
        Assert.Equal(3, _time.Waits.Count);
    }

    [Theory]
    [InlineData(null, 60)]
    [InlineData(10, 10)]
    public async Task A_host_that_does_not_respond_is_given_up_after_60_seconds_or_those_that_are_given(
        int? given, int seconds)
    {
        var service = new FakeService();
        service.RespondToTokenRequest = async _ =>
        {
            _time.Advance(TimeSpan.FromSeconds(seconds - 1));
            await Task.Yield();
            _time.Advance(TimeSpan.FromSeconds(2));
            return await new TaskCompletionSource<HttpResponseMessage?>().Task;
        };

        var options = Sends.Credentials(service, _time);
        options = given is { } limit ? options with { ConnectTimeout = TimeSpan.FromSeconds(limit) } : options;
        var error = await Assert.ThrowsAsync<McException>(
            () => Connection.ConnectAsync(options, CancellationToken.None));

        Assert.Equal(("TokenRequestTimedOut", McErrorCategory.OperationTimeout), (error.ErrorId, error.Category));
        Assert.Equal(1, service.TokenRequests);
    }

    [Theory]
    [InlineData("60", 2)]
    [InlineData("61", 1)]
    public async Task A_token_is_waited_for_as_long_as_the_host_says_up_to_a_minute(string retryAfter, int requests)
    {
        var service = new FakeService
        {
            RespondToTokenRequest = FakeService.TokensInTurn(() => Faults.RateLimited(retryAfter)("")),
        };

        var error = await Record.ExceptionAsync(() => Sends.ConnectAsync(service, _time));

        Assert.Equal(requests, service.TokenRequests);
        Assert.Equal(requests == 1, error is McException { ErrorId: "TokenRateLimited" });
    }

    [Fact]
    public async Task Where_the_early_renewal_fails_the_old_token_serves_until_its_end()
    {
        var service = new FakeService();
        service.RespondToTokenRequest = number => Task.FromResult(number == 1 ? null : FakeResponse.Json(500, "{}"));
        using var connection = await Sends.ConnectAsync(service, _time);

        _time.Advance(TimeSpan.FromSeconds(1000));
        Assert.Equal("token-1", (await TokenAsync(connection)).Value);
        _time.Advance(TimeSpan.FromSeconds(80));
        var error = await Assert.ThrowsAsync<McException>(() => TokenAsync(connection));

        Assert.Equal("TokenServiceUnavailable", error.ErrorId);
    }

    private static Task<AccessToken> TokenAsync(Connection connection) =>
        connection.Tokens.GetAsync(TokenPatience.WhileConnecting, CancellationToken.None);
}
