using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Journal;

/// <summary>What was sent in an earlier run that learned no outcome.</summary>
public sealed class SendJournalOpenOutcomeTests : JournalTest
{
    private static readonly TimeSpan Limit = TimeSpan.FromHours(48);
    private static readonly TimeSpan Instant = TimeSpan.FromTicks(1);

    [Fact]
    public async Task Younger_than_48_hours_it_is_retried_with_the_same_key()
    {
        await LeaveInFlightAsync(Options, Person("k1"));
        Time.Advance(Limit - Instant);

        (var host, _) = await RunAsync(Options, Person("k1"), Person("k2"));

        Assert.Equal("AlreadyAccepted Accepted", Outcomes(host));
        Assert.Equal(0, host.Results[0].ErrorCode);
        Assert.Equal(["k1", "k2"], Assert.Single(Service.Requests).Keys);
    }

    [Fact]
    public async Task From_48_hours_on_it_stays_unknown_and_is_not_sent()
    {
        await LeaveInFlightAsync(Options, Person("k1"));
        var sentAt = Time.GetUtcNow();
        Time.Advance(Limit);

        (var host, _) = await RunAsync(Options, Person("k1"), Person("k2"));

        Assert.Equal("(Unknown) Accepted", Outcomes(host));
        Assert.Equal(("SentInEarlierRun", sentAt), (host.Results[0].ErrorName, host.Results[0].SentAt));
        Assert.Equal(["k2"], Assert.Single(Service.Requests).Keys);
        var error = Assert.Single(host.Errors).Error;
        Assert.Equal("OutcomeUnknown", error.ErrorId);
        Assert.Contains("-ResendUnknown", error.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("within 48 hours", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_48_hours_that_pass_while_it_waits_for_its_turn_it_stays_unknown_and_is_not_sent()
    {
        var options = Options with { BatchSize = 1, ThrottleLimit = 1 };
        await LeaveInFlightAsync(options, Person("k1"));
        await LeaveInFlightAsync(options, Person("k1"), Person("k2"));
        Time.Advance(Limit - TimeSpan.FromHours(1));
        Service.FaultBefore = _ =>
        {
            Time.MoveWallClock(TimeSpan.FromHours(2));
            return null;
        };

        (var host, _) = await RunAsync(options, Person("k1"), Person("k2"), Person("k3"));

        Assert.Equal("AlreadyAccepted Unknown Accepted", Outcomes(host));
        Assert.Equal("RetryTooLate", host.Results[1].ErrorName);
        Assert.Equal(["k1", "k3"], Service.Requests.Select(request => request.Path.Split('/')[^1]));
    }

    [Fact]
    public async Task However_old_it_is_sent_again_where_that_was_asked_for()
    {
        await LeaveInFlightAsync(Options, Person("k1"));
        Time.Advance(TimeSpan.FromDays(30));

        (var host, _) = await RunAsync(Options with { ResendUnknown = true }, Person("k1"));

        Assert.Equal("AlreadyAccepted", Outcomes(host));
    }

    [Fact]
    public async Task Its_age_counts_from_the_first_time_it_was_sent()
    {
        await LeaveInFlightAsync(Options, Person("k1"));
        Time.Advance(Limit - TimeSpan.FromHours(1));
        await LeaveInFlightAsync(Options, Person("k1"));
        Time.Advance(TimeSpan.FromHours(1));

        (var host, _) = await RunAsync(Options, Person("k1"));

        Assert.Equal("(Unknown)", Outcomes(host));
    }

    [Fact]
    public async Task Its_age_counts_from_its_own_request_and_not_from_the_beginning_of_the_journal()
    {
        await RunAsync(Options, Person("k0"));
        Time.Advance(Limit - TimeSpan.FromHours(1));
        await LeaveInFlightAsync(Options, Person("k1"));
        Time.Advance(TimeSpan.FromHours(2));

        (var host, _) = await RunAsync(Options, Person("k1"));

        Assert.Equal("AlreadyAccepted", Outcomes(host));
    }

    [Fact]
    public async Task Of_several_the_oldest_is_told()
    {
        var oldest = Time.GetUtcNow();
        await LeaveInFlightAsync(Options, Person("k1"));
        Time.Advance(TimeSpan.FromHours(1));
        await LeaveInFlightAsync(Options, Person("k2"), Person("k3"));

        var info = await SendJournalInfo.ReadAsync(JournalPath, default);

        Assert.Equal((3, oldest), (info.InFlight, info.FirstOpenSentAt));
    }

    [Fact]
    public async Task A_refusal_of_the_retry_leaves_it_unknown_and_the_journal_keeps_it()
    {
        await LeaveInFlightAsync(Options, Person("k1"));
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        (var refused, _) = await RunAsync(Options, Person("k1"), Person("k2"));
        Service.FaultBefore = _ => null;

        (var host, _) = await RunAsync(Options, Person("k1"), Person("k2"));

        Assert.Equal("Unknown Failed", Outcomes(refused));
        Assert.Equal("AlreadyAccepted Accepted", Outcomes(host));
    }

    [Theory]
    [InlineData(false, false, "(Unknown)")]
    [InlineData(true, false, "Accepted")]
    [InlineData(false, true, "Accepted")]
    public async Task A_triggered_send_stays_unknown_unless_a_retry_was_asked_for(
        bool resend, bool retryAmbiguous, string outcome)
    {
        var options = Sends.Triggered() with { JournalPath = JournalPath };
        await LeaveInFlightAsync(options, Person("k1"));

        (var host, _) = await RunAsync(
            options with { ResendUnknown = resend, RetryAmbiguous = retryAmbiguous }, Person("k1"));

        Assert.Equal(outcome, Outcomes(host));
        Assert.Equal(outcome == "Accepted" ? 1 : 0, Service.Requests.Count);
    }

    [Fact]
    public async Task An_intent_without_any_outcome_is_open_like_an_unknown_one()
    {
        await RunAsync(Options, Person("k1"), Person("k2"));
        var lines = await File.ReadAllLinesAsync(JournalPath);
        await File.WriteAllLinesAsync(
            JournalPath, lines.TakeWhile(line => !line.Contains("\"key\"", StringComparison.Ordinal)));
        Service.Requests.Clear();

        (var host, _) = await RunAsync(Options, Person("k1"), Person("k2"));

        Assert.Equal("AlreadyAccepted AlreadyAccepted", Outcomes(host));
        Assert.Single(Service.Requests);
    }

    [Theory]
    [InlineData(10, "AlreadyAccepted")]
    [InlineData(11, "(Unknown)")]
    [InlineData(4 * 24 * 60, "(Unknown)")]
    public async Task A_time_that_lies_in_the_future_by_more_than_10_minutes_counts_as_too_old(
        int minutes, string outcome)
    {
        Time.Advance(TimeSpan.FromMinutes(minutes));
        await LeaveInFlightAsync(Options, Person("k1"));
        var earlier = new VirtualTime();

        var host = await Sends.RunAsync(Service, Options, [Person("k1")], earlier);

        Assert.Equal(outcome, Outcomes(host));
    }
}
