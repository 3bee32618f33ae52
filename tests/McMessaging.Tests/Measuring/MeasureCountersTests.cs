using McMessaging.Commands;

namespace McMessaging.Tests.Measuring;

public sealed class MeasureCountersTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);

    private static readonly SavedResult Accepted =
        new(SendOutcome.Accepted) { ErrorCode = 0, RequestId = "r1", Attempts = 1, SentAt = Start };

    private static readonly SavedResult Rejected =
        Accepted with { Outcome = SendOutcome.Rejected, ErrorCode = 109106, ErrorName = "MissingTo" };

    [Fact]
    public void Nothing_measured_is_all_zero()
    {
        var measure = MeasureOf();

        Assert.Equal(0, measure.Total);
        Assert.Empty(measure.ByErrorCode);
        Assert.Null(measure.FirstSentAt);
        Assert.Null(measure.RecipientsPerSecond);
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Every_outcome_is_counted_on_its_own(SendOutcome outcome)
    {
        var measure = MeasureOf(Accepted with { Outcome = outcome });

        var counts = new Dictionary<SendOutcome, long>
        {
            [SendOutcome.Accepted] = measure.Accepted,
            [SendOutcome.AlreadyAccepted] = measure.AlreadyAccepted,
            [SendOutcome.Rejected] = measure.Rejected,
            [SendOutcome.Failed] = measure.Failed,
            [SendOutcome.Unknown] = measure.Unknown,
            [SendOutcome.Cancelled] = measure.Cancelled,
        };
        Assert.Equal(1, counts[outcome]);
        Assert.Equal(1, counts.Values.Sum());
        Assert.Equal(1, measure.Total);
    }

    public static TheoryData<SendOutcome> Outcomes => [.. Enum.GetValues<SendOutcome>()];

    [Fact]
    public void Errors_are_listed_by_frequency()
    {
        var other = Rejected with { ErrorCode = null, ErrorName = "NoAnswer", Outcome = SendOutcome.Unknown };

        var measure = MeasureOf(other, Rejected, Accepted, Rejected);

        Assert.Equal(
            [new SendErrorCount(109106, "MissingTo", 2), new SendErrorCount(null, "NoAnswer", 1)],
            measure.ByErrorCode);
    }

    [Fact]
    public void A_request_counts_once_even_if_its_results_are_scattered()
    {
        var second = Accepted with { RequestId = "r2", Attempts = 3 };

        var measure = MeasureOf(Accepted, second, Rejected, second);

        Assert.Equal(2, measure.Requests);
        Assert.Equal(2, measure.Retries);
    }

    [Fact]
    public void Requests_without_a_response_are_told_apart_by_their_time()
    {
        var lost = Accepted with { Outcome = SendOutcome.Unknown, RequestId = null, Attempts = 4 };

        var measure = MeasureOf(lost, lost, lost with { SentAt = Start.AddSeconds(1) });

        Assert.Equal(2, measure.Requests);
        Assert.Equal(6, measure.Retries);
    }

    [Fact]
    public void What_was_not_sent_in_this_run_is_no_request()
    {
        var measure = MeasureOf(
            Rejected with { SentAt = null, RequestId = null },
            Accepted with { FromJournal = true });

        Assert.Equal(2, measure.Total);
        Assert.Equal(0, measure.Requests);
        Assert.Null(measure.FirstSentAt);
    }

    [Fact]
    public void The_rate_is_what_was_sent_between_the_first_and_the_last_time()
    {
        var measure = MeasureOf(
            Accepted with { SentAt = Start.AddSeconds(2), RequestId = "r2" },
            Accepted,
            Accepted,
            Accepted with { SentAt = Start.AddSeconds(1), RequestId = "r3" });

        Assert.Equal(Start, measure.FirstSentAt);
        Assert.Equal(Start.AddSeconds(2), measure.LastSentAt);
        Assert.Equal(2, measure.RecipientsPerSecond);
    }

    private static SendMeasure MeasureOf(params SavedResult[] results)
    {
        var tally = new MeasureCounters();
        Array.ForEach(results, tally.Add);
        return tally.ToMeasure();
    }
}
