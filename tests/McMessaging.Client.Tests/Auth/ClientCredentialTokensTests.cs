using McMessaging.Client.Tests.Support;
using McMessaging.Http;

namespace McMessaging.Client.Tests.Auth;

/// <summary>Trouble with tokens in the middle of a run.</summary>
public sealed class ClientCredentialTokensTests
{
    private readonly VirtualTime _time = new();

    [Fact]
    public async Task A_token_that_cannot_be_had_for_now_fails_its_requests_and_the_run_goes_on()
    {
        var service = new FakeService { ExpiresIn = 10 };
        service.RespondToTokenRequest =
            number => Task.FromResult(number is > 1 and <= 5 ? FakeResponse.Json(500, "{}") : null);
        var host = new RecordingHost();
        using var connection = await Sends.ConnectAsync(service, _time);
        _time.Advance(TimeSpan.FromSeconds(60));

        var summary = await Sends.RunAsync(
            connection, Sends.Email() with { BatchSize = 1, ThrottleLimit = 1 }, Sends.People(3), host);

        Assert.Equal((1, 2), (summary.Failed, summary.Accepted));
        var failed = Assert.Single(host.Results, result => result.Outcome == SendOutcome.Failed);
        Assert.Equal(("TokenServiceUnavailable", 0), (failed.ErrorName, failed.Attempts));
        Assert.Equal(
            ("RequestFailed", McErrorCategory.ResourceUnavailable),
            (host.Errors[0].Error.ErrorId, host.Errors[0].Error.Category));
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
