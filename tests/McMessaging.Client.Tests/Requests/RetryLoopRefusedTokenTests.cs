using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Requests;

public sealed class RetryLoopRefusedTokenTests
{
    private static readonly Func<string, HttpResponseMessage> Unauthorized = Faults.Status(401);

    [Fact]
    public async Task A_refused_token_uses_up_no_retry()
    {
        var run = await MatrixRun.OfAsync(
            Sends.Email() with { MaxRetryCount = 3 },
            Unauthorized,
            Faults.Status(500),
            Faults.Status(500),
            Faults.Status(500));

        Assert.Equal((SendOutcome.Accepted, 5), run.OutcomeAndAttempts);
        Assert.Equal(2, run.Service.TokenRequests);
    }

    [Fact]
    public async Task A_token_that_is_refused_after_all_retries_is_still_renewed()
    {
        var run = await MatrixRun.OfAsync(
            Sends.Email(), Faults.RateLimited(), Faults.RateLimited(), Faults.RateLimited(), Unauthorized);

        Assert.Equal((SendOutcome.Accepted, 5), run.OutcomeAndAttempts);
    }

    [Fact]
    public async Task Where_no_retry_is_allowed_a_refused_token_is_renewed_once()
    {
        var run = await MatrixRun.OfAsync(Sends.Email() with { MaxRetryCount = 0 }, Unauthorized);

        Assert.Equal((SendOutcome.Accepted, 2), run.OutcomeAndAttempts);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(3, 4)]
    public async Task A_service_that_refuses_every_token_ends_the_run_after_the_results(int repeats, int attempts)
    {
        var service = new FakeService(_ => Unauthorized(""));
        var host = new RecordingHost();

        var error = await Assert.ThrowsAsync<McException>(() => Sends.RunAsync(
            service, Sends.Email() with { MaxRetryCount = repeats }, Sends.People(2), host, new VirtualTime()));

        Assert.Equal(
            ("AuthenticationFailed", McErrorCategory.AuthenticationError, 401),
            (error.ErrorId, error.Category, error.HttpStatus));
        Assert.Equal(2, host.Results.Count);
        Assert.All(host.Results, result => Assert.Equal(
            (SendOutcome.Failed, null, "Unauthorized", attempts),
            (result.Outcome, result.ErrorCode, result.ErrorName, result.Attempts)));
        Assert.Equal(attempts, service.TokenRequests);
        Assert.Equal(attempts, service.Bearers.Distinct().Count());
    }

    [Fact]
    public async Task A_renewal_that_the_authentication_host_refuses_ends_the_run_in_its_words()
    {
        var service = new FakeService(_ => Unauthorized(""));
        service.RespondToTokenRequest = FakeService.TokensInTurn(
            null, () => FakeResponse.Json(401, """{"error_description":"The client is unknown."}"""));

        var error = await Assert.ThrowsAsync<McException>(() => Sends.RunAsync(
            service, Sends.Email(), Sends.People(1), new RecordingHost(), new VirtualTime()));

        Assert.Equal("AuthenticationFailed", error.ErrorId);
        Assert.Contains("The client is unknown.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_given_token_cannot_be_renewed_and_ends_the_run()
    {
        var service = new FakeService(_ => Unauthorized(""));
        using var connection = await Sends.ConnectToAsync(
            new Uri("https://mctest.rest.marketingcloudapis.com/"), new VirtualTime(), service);
        var host = new RecordingHost();

        var error = await Assert.ThrowsAsync<McException>(() =>
            Sends.RunAsync(connection, Sends.Email(), Sends.People(1), host));

        Assert.Equal("AuthenticationFailed", error.ErrorId);
        Assert.Equal((SendOutcome.Failed, 1), (Assert.Single(host.Results).Outcome, host.Results[0].Attempts));
        Assert.Equal(0, service.TokenRequests);
    }
}
