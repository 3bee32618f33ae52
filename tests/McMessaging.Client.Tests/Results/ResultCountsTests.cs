using McMessaging.Results;

namespace McMessaging.Client.Tests.Results;

public sealed class ResultCountsTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);

    private static readonly SavedResult Accepted = new(SendOutcome.Accepted)
    {
        Channel = "Email",
        DefinitionKey = "welcome",
        RequestId = "r1",
        Attempts = 1,
        SentAt = Start,
    };

    private readonly ResultCounts _counts = new(TimeZoneInfo.Utc);

    [Fact]
    public void Errors_are_those_of_what_was_not_accepted_the_most_frequent_first()
    {
        Add(
            Accepted,
            Accepted with { Outcome = SendOutcome.Rejected, ErrorCode = 109106 },
            Accepted with { Outcome = SendOutcome.Failed, ErrorName = "CouldNotConnect" },
            Accepted with { Outcome = SendOutcome.Failed, ErrorName = "CouldNotConnect" },
            Accepted with { Outcome = SendOutcome.AlreadyAccepted, ErrorCode = 109110 });

        Assert.Equal([(null, "CouldNotConnect", 2L), (109106, null, 1L)], _counts.Errors);
        Assert.Equal((5, 2), (_counts.Outcomes.Total, _counts.Outcomes.TotalAccepted));
    }

    [Fact]
    public void Definitions_are_told_apart_by_channel_too()
    {
        Add(
            Accepted,
            Accepted with { SentAt = Start.AddSeconds(2), Outcome = SendOutcome.Unknown },
            Accepted with { Channel = "Sms" });

        Assert.Equal(
            [("Email", 2L, 1L, Start.AddSeconds(2)), ("Sms", 1L, 1L, Start)],
            _counts.Definitions.Select(one => (one.Channel!, one.Total, one.Accepted, one.LastSentAt!.Value)));
    }

    [Fact]
    public void What_a_journal_holds_or_was_never_sent_is_in_no_request_and_on_no_chart()
    {
        Add(
            Accepted with { FromJournal = true, Attempts = 0 },
            Accepted with { SentAt = null, RequestId = null, Outcome = SendOutcome.Cancelled });

        Assert.Equal((1, 1), (_counts.FromJournal, _counts.NeverSent));
        Assert.Equal(0, _counts.Requests.Requests);
        Assert.Empty(_counts.Timeline.Columns());
    }

    [Fact]
    public void Requests_with_more_than_one_attempt_are_listed_with_their_recipients_the_most_attempts_first()
    {
        Add(
            Accepted with { RequestId = "r2", Attempts = 2 },
            Accepted with { RequestId = "r2", Attempts = 2 },
            Accepted,
            Accepted with { RequestId = "r3", Attempts = 5 });

        Assert.Equal([("r3", 5, 1L), ("r2", 2, 2L)], _counts.Retried.Select(r => (r.Id!, r.Attempts, r.Recipients)));
        Assert.Equal(5, _counts.Timeline.Columns().Single().Retries);
        Assert.Equal(5, _counts.Requests.Retries);
    }

    [Fact]
    public void Of_requests_with_as_many_attempts_the_earlier_comes_first()
    {
        Add(
            Accepted with { RequestId = "later", Attempts = 2, SentAt = Start.AddSeconds(1) },
            Accepted with { RequestId = "earlier", Attempts = 2 });

        Assert.Equal(["earlier", "later"], _counts.Retried.Select(request => request.Id));
    }

    [Fact]
    public void Retried_requests_are_one_by_their_id_and_without_one_by_their_time()
    {
        Add(
            Accepted with { RequestId = "r2", Attempts = 3 },
            Accepted with { RequestId = "r2", Attempts = 3, SentAt = Start.AddSeconds(1) },
            Accepted with { RequestId = null, Attempts = 2 },
            Accepted with { RequestId = null, Attempts = 2, SentAt = Start.AddSeconds(1) });

        Assert.Equal(
            [("r2", Start, 2L), (null, Start, 1L), (null, Start.AddSeconds(1), 1L)],
            _counts.Retried.Select(request => (request.Id, request.SentAt, request.Recipients)));
    }

    [Fact]
    public void The_times_of_a_definition_are_its_first_and_last_whatever_the_order_of_the_results()
    {
        Add(
            Accepted with { SentAt = Start.AddSeconds(5) },
            Accepted with { SentAt = Start.AddSeconds(9) },
            Accepted,
            Accepted with { SentAt = null },
            Accepted with { SentAt = Start.AddSeconds(3) });

        var definition = Assert.Single(_counts.Definitions);
        Assert.Equal((Start, Start.AddSeconds(9)), (definition.FirstSentAt, definition.LastSentAt));
    }

    private void Add(params SavedResult[] results) => Array.ForEach(results, _counts.Add);
}
