using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Requests;

/// <summary>What may have been taken once stays so, whatever later attempts say of the request as a whole.</summary>
public sealed class RetryLoopAmbiguityTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(596)]
    public async Task A_refusal_after_an_ambiguous_failure_leaves_the_outcome_unknown(int status)
    {
        var run = await MatrixRun.OfAsync(Sends.Email(), Faults.Broken, Faults.Status(status, 109106));

        Assert.Equal((SendOutcome.Unknown, 2), run.OutcomeAndAttempts);
        Assert.Equal("OutcomeUnknown", Assert.Single(run.Host.Errors).Error.ErrorId);
    }

    [Fact]
    public async Task The_rate_limit_to_the_end_after_an_ambiguous_failure_leaves_the_outcome_unknown()
    {
        var run = await MatrixRun.OfAsync(
            Sends.Email(), [Faults.Status(502), .. Enumerable.Repeat(Faults.RateLimited("120"), 9)]);

        Assert.Equal((SendOutcome.Unknown, 4), run.OutcomeAndAttempts);
    }

    [Fact]
    public async Task Being_turned_away_to_the_end_after_an_ambiguous_failure_leaves_the_outcome_unknown()
    {
        var away = Faults.Status(503, 50300, "1");

        var run = await MatrixRun.OfAsync(Sends.Email(), [Faults.Broken, .. Enumerable.Repeat(away, 9)]);

        Assert.Equal((SendOutcome.Unknown, 7), run.OutcomeAndAttempts);
    }

    [Fact]
    public async Task Success_after_an_ambiguous_failure_is_success() => Assert.Equal(
        (SendOutcome.Accepted, 3),
        (await MatrixRun.OfAsync(Sends.Email(), Faults.Broken, Faults.RateLimited())).OutcomeAndAttempts);

    [Fact]
    public async Task In_one_retried_batch_each_item_has_its_own_outcome()
    {
        var service = FakeService.InTurn(
                Faults.Status(500),
                body => Faults.Reject(body, key => key switch { "taken" => 109110, "bad" => 109106, _ => 0 }));

        var host = await Sends.RunAsync(service, Sends.Email(), Keyed("taken", "new", "bad"));

        Assert.Equal(
            [SendOutcome.AlreadyAccepted, SendOutcome.Accepted, SendOutcome.Rejected],
            host.Results.Select(result => result.Outcome));
        Assert.Equal([0, 0, 109106], host.Results.Select(result => result.ErrorCode));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    public async Task An_unreadable_success_is_ambiguous_too(int status)
    {
        var run = await MatrixRun.OfAsync(
            Sends.Email(), _ => FakeResponse.Json(status, "<html>"), Faults.RejectAll(109110));

        Assert.Equal((SendOutcome.AlreadyAccepted, 2), run.OutcomeAndAttempts);
    }

    [Fact]
    public async Task After_failures_that_took_nothing_a_duplicate_of_a_given_key_is_a_rejection()
    {
        var service = FakeService.InTurn(
            Faults.RateLimited(), Faults.Status(401), Faults.Status(503, 50300, "1"), Faults.RejectAll(109110));

        var host = await Sends.RunAsync(service, Sends.Email(), Keyed("a"));

        var result = Assert.Single(host.Results);
        Assert.Equal((SendOutcome.Rejected, 4, 109110), (result.Outcome, result.Attempts, result.ErrorCode));
    }

    [Fact]
    public async Task A_duplicate_key_that_blames_the_whole_retry_is_settled_one_by_one()
    {
        var one = await MatrixRun.OfAsync(Sends.Email(), Faults.Broken, Faults.Status(400, 109110));
        var two = await Sends.RunAsync(
            FakeService.InTurn([Faults.Broken, .. Enumerable.Repeat(Faults.Status(400, 109110), 4)]),
            Sends.Email(),
            Keyed("a", "b"));

        Assert.Equal((SendOutcome.AlreadyAccepted, 2), one.OutcomeAndAttempts);
        Assert.All(two.Results, result => Assert.Equal(SendOutcome.AlreadyAccepted, result.Outcome));
    }

    [Fact]
    public async Task A_service_that_refuses_every_token_after_an_ambiguous_failure_leaves_the_outcome_unknown()
    {
        var refuse = Faults.Status(401);
        var service = FakeService.InTurn([Faults.Broken, .. Enumerable.Repeat(refuse, 7)]);
        var host = new RecordingHost();

        var error = await Assert.ThrowsAsync<McException>(() =>
            Sends.RunAsync(service, Sends.Email(), Sends.People(1), host, new VirtualTime()));

        Assert.Equal("AuthenticationFailed", error.ErrorId);
        Assert.Equal((SendOutcome.Unknown, 8), (Assert.Single(host.Results).Outcome, host.Results[0].Attempts));
    }

    [Fact]
    public async Task A_token_that_can_not_be_had_after_an_ambiguous_failure_leaves_the_outcome_unknown()
    {
        var service = FakeService.InTurn(Faults.Status(500, 0, "30"));
        service.ExpiresIn = 1;
        service.RespondToTokenRequest = number => Task.FromResult(number == 1 ? null : FakeResponse.Json(500, "{}"));

        var host = await Sends.RunAsync(service, Sends.Email(), Sends.People(1));

        Assert.Equal((SendOutcome.Unknown, 1), (Assert.Single(host.Results).Outcome, host.Results[0].Attempts));
        Assert.Equal("TokenServiceUnavailable", host.Results[0].ErrorName);
    }

    private static IEnumerable<Recipient> Keyed(params string[] keys) =>
        keys.Select(key => new Recipient { ContactKey = "c-" + key, MessageKey = key });
}
