using McMessaging.Client.Tests.Support;
using McMessaging.Http;

namespace McMessaging.Client.Tests.Auth;

/// <summary>Trouble with tokens in the middle of a run.</summary>
public sealed class ClientCredentialTokensTests
{
    private readonly VirtualTime _time = new();

    public static TheoryData<string, Func<HttpResponseMessage>> Troubles => new()
    {
        { "429 with Retry-After", () => Faults.RateLimited("5")("") },
        { "429", () => FakeResponse.Json(429, "{}") },
        { "500", () => FakeResponse.Json(500, "{}") },
        { "a portal's page", () => FakeResponse.Text(200, "<html>Welcome to our hotel</html>") },
        { "an edge's 403", () => FakeResponse.Text(403, "<html>Access denied</html>") },
        { "a redirect", () => FakeResponse.Text(302, "") },
        { "no connection", () => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused") },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Sends_wait_for_a_token_host_in_trouble_and_one_asks_for_all(
        string name, Func<HttpResponseMessage> trouble)
    {
        var service = new FakeService { ExpiresIn = 10 };
        using var connection = await Sends.ConnectAsync(service, _time);
        service.ExpiresIn = 1080;
        service.RespondToTokenRequest =
            number => Task.FromResult(number <= 4 ? trouble() : null);
        _time.Advance(TimeSpan.FromSeconds(60));
        var host = new RecordingHost();

        var summary = await Sends.RunAsync(
            connection, Sends.Email() with { BatchSize = 1, ThrottleLimit = 20 }, Sends.People(100), host);

        Assert.Equal((name, 100, 0, 5), (name, summary.Accepted, summary.Failed, service.TokenRequests));
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Trouble_at_an_early_renewal_stops_no_send_while_the_token_at_hand_is_good(
        string name, Func<HttpResponseMessage> trouble)
    {
        var service = new FakeService();
        service.RespondToTokenRequest = number => Task.FromResult(number == 1 ? null : trouble());
        using var connection = await Sends.ConnectAsync(service, _time);
        _time.Advance(TimeSpan.FromSeconds(800));
        var host = new RecordingHost();

        var summary = await Sends.RunAsync(
            connection, Sends.Email() with { BatchSize = 1, ThrottleLimit = 4 }, Sends.People(50), host);

        Assert.Equal((name, 50), (name, summary.Accepted));
        Assert.Equal(["token-1"], service.Bearers.Distinct());
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_token_that_cannot_be_had_in_the_time_of_a_request_ends_the_run_and_fails_nobody(
        string name, Func<HttpResponseMessage> trouble)
    {
        var service = new FakeService { ExpiresIn = 10 };
        using var connection = await Sends.ConnectAsync(service, _time);
        service.RespondToTokenRequest = _ => Task.FromResult<HttpResponseMessage?>(trouble());
        _time.Advance(TimeSpan.FromSeconds(60));

        var error = await DeferredErrorAsync(service, RunAsync(connection, out var host), host);

        Assert.Equal((name, "RunStopped"), (name, error.ErrorId));
    }

    [Fact]
    public async Task A_token_host_that_hangs_ends_the_run_and_fails_nobody()
    {
        var service = new FakeService { ExpiresIn = 10 };
        using var connection = await Sends.ConnectAsync(service, _time);
        service.RespondToTokenRequest = _ => new TaskCompletionSource<HttpResponseMessage?>().Task;
        _time.Advance(TimeSpan.FromSeconds(60));

        var run = RunAsync(connection, out var host);
        await _time.TimersAsync(due => due == TimeSpan.FromSeconds(100), 4);
        _time.Advance(TimeSpan.FromSeconds(100));
        var error = await DeferredErrorAsync(service, run, host);

        Assert.Equal(("RunStopped", McErrorCategory.OperationTimeout), (error.ErrorId, error.Category));
    }

    private static Task<SendSummary> RunAsync(Connection connection, out RecordingHost host)
    {
        host = new RecordingHost();
        var options = Sends.Email() with
        {
            BatchSize = 1,
            ThrottleLimit = 4,
            RetryTimeout = TimeSpan.FromSeconds(100),
        };
        return Sends.RunAsync(connection, options, Sends.People(300), host);
    }

    private async Task<McException> DeferredErrorAsync(FakeService service, Task<SendSummary> run, RecordingHost host)
    {
        var begun = _time.GetTimestamp();
        await run.WaitAsync(TimeSpan.FromSeconds(30));
        // One wait for all: no wave of requests after another waits for itself.
        Assert.InRange(_time.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(200));
        Assert.Empty(service.Bodies);
        Assert.Equal(300, host.Results.Count);
        Assert.All(host.Results, result => Assert.Equal(SendOutcome.Cancelled, result.Outcome));
        return Assert.Single(host.Errors).Error;
    }

    [Fact]
    public async Task A_token_host_that_wants_to_be_asked_later_than_a_request_may_take_is_told_as_the_reason()
    {
        var service = new FakeService { ExpiresIn = 10 };
        using var connection = await Sends.ConnectAsync(service, _time);
        service.RespondToTokenRequest = _ => Task.FromResult<HttpResponseMessage?>(Faults.RateLimited("1200")(""));
        _time.Advance(TimeSpan.FromSeconds(60));
        var host = new RecordingHost();

        await Sends.RunAsync(
            connection, Sends.Email() with { BatchSize = 1, ThrottleLimit = 4 }, Sends.People(50), host);

        var error = Assert.Single(host.Errors).Error;
        Assert.Equal(
            ("RunStopped", McErrorCategory.LimitsExceeded, 429), (error.ErrorId, error.Category, error.HttpStatus));
        Assert.Contains("1200 s", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(2, service.TokenRequests);
        Assert.All(host.Results, result => Assert.Equal(SendOutcome.Cancelled, result.Outcome));
    }

    [Fact]
    public async Task Credentials_that_are_refused_in_the_middle_end_the_run_after_the_results()
    {
        var service = new FakeService { ExpiresIn = 10 };
        service.RespondToTokenRequest = number => Task.FromResult(number == 1 ? null : FakeResponse.Json(401, "{}"));
        var host = new RecordingHost();
        using var connection = await Sends.ConnectAsync(service, _time);
        _time.Advance(TimeSpan.FromSeconds(60));

        var error = await Assert.ThrowsAsync<McException>(() =>
            Sends.RunAsync(connection, Sends.Email() with { BatchSize = 1 }, Sends.People(3), host));

        Assert.Equal("AuthenticationFailed", error.ErrorId);
        Assert.Empty(service.Bodies);
        Assert.NotEmpty(host.Results);
        Assert.All(host.Results, result =>
            Assert.Contains(result.Outcome, new[] { SendOutcome.Failed, SendOutcome.Cancelled }));
    }

    [Fact]
    public async Task The_request_names_the_account_and_only_what_was_given()
    {
        var service = new FakeService();
        using var plain = await Connection.ConnectAsync(
            Sends.Credentials(service, _time, "id-plain"), CancellationToken.None);
        using var full = await Connection.ConnectAsync(
            new ConnectionOptions
            {
                AuthBaseUri = new Uri(FakeService.AuthBase),
                ClientId = "id-full",
                ClientSecret = Secret.Protect("s3cret\"ü"),
                AccountId = 7123456,
                Scope = ["email_send", "sms_send"],
                MessageHandler = service,
                TimeProvider = _time,
            },
            CancellationToken.None);

        Assert.Equal(
            """{"grant_type":"client_credentials","client_id":"id-plain","client_secret":"s3cret"}""",
            service.TokenBodies[0]);
        Assert.Equal(
            Example.Compact("""
                {"grant_type":"client_credentials","client_id":"id-full","client_secret":"s3cret\"ü",
                 "scope":"email_send sms_send","account_id":"7123456"}
                """),
            Example.Compact(service.TokenBodies[1]));
    }
}
