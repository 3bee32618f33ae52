using McMessaging.Endpoints;
using McMessaging.Http;
using McMessaging.Requests;
using McMessaging.Sending;

namespace McMessaging.Client.Tests.Sending;

/// <summary>The counts, the code and the category that an error of a run carries.</summary>
public sealed class SendErrorsTests
{
    private static readonly RunName Run = new("run-1", MessageChannel.Email, HasJournal: true);

    // Two accepted, three accepted earlier, and some of each other outcome.
    private static readonly SendSummary Summary = new(19, 2, 3, 4, 1, 7, 2, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(
        SendOutcome.Unknown, 7, "7 of 19 recipients have an unknown outcome (and 1 failed, 4 rejected, 2 not sent)")]
    [InlineData(
        SendOutcome.Failed, 1, "1 of 19 recipients failed (and 7 with an unknown outcome, 4 rejected, 2 not sent)")]
    [InlineData(
        SendOutcome.Rejected,
        4,
        "4 of 19 recipients were rejected (and 7 with an unknown outcome, 1 failed, 2 not sent)")]
    [InlineData(
        SendOutcome.Cancelled,
        2,
        "2 of 19 recipients were not sent (and 7 with an unknown outcome, 1 failed, 4 rejected)")]
    public void An_error_counts_its_recipients_and_all_others_that_were_not_accepted(
        SendOutcome outcome, int count, string words) =>
        Assert.StartsWith(words, Error(Kind(outcome, count), Summary).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(SendOutcome.Unknown, "1 of 1 recipient has an unknown outcome")]
    [InlineData(SendOutcome.Failed, "1 of 1 recipient failed")]
    [InlineData(SendOutcome.Rejected, "1 of 1 recipient was rejected: ")]
    [InlineData(SendOutcome.Cancelled, "1 of 1 recipient was not sent.")]
    public void Of_one_recipient_it_speaks_as_of_one(SendOutcome outcome, string words)
    {
        var summary = new SendSummary(
            1, 0, 0, Of(SendOutcome.Rejected), Of(SendOutcome.Failed), Of(SendOutcome.Unknown),
            Of(SendOutcome.Cancelled), 1, 0, TimeSpan.Zero);

        Assert.StartsWith(words, Error(Kind(outcome, 1), summary).Message, StringComparison.Ordinal);

        int Of(SendOutcome each) => each == outcome ? 1 : 0;
    }

    [Fact]
    public void The_codes_of_rejections_are_told_by_their_number()
    {
        var kind = Kind(SendOutcome.Rejected, 2, 109121);
        kind.Add(new RecipientResult { Outcome = SendOutcome.Rejected, ErrorCode = 109105, ErrorName = "B" });
        kind.Add(new RecipientResult { Outcome = SendOutcome.Rejected, ErrorName = "Without" });
        for (var i = 0; i < 3; i++)
        {
            kind.Add(new RecipientResult { Outcome = SendOutcome.Rejected, ErrorCode = 7, ErrorName = "C" });
        }

        Assert.EndsWith(
            ": 7 C (3), 109121 A (2), 109105 B (1), Without (1).",
            Error(kind, Summary).Message,
            StringComparison.Ordinal);
        Assert.Null(Error(kind, Summary).ErrorCode);
    }

    [Fact]
    public void The_code_is_the_responses_before_the_errors_before_the_only_one_of_its_recipients()
    {
        var error = new ApiError(10, null, "request-2", null);
        var response = new BatchResponse { ErrorCode = 20, RequestId = "request-1", Items = [] };

        Assert.Equal(109121, Error(Kind(SendOutcome.Rejected, 1, 109121), Summary).ErrorCode);
        Assert.Equal(10, Error(Kind(SendOutcome.Rejected, 1, 109121, new() { Error = error }), Summary).ErrorCode);
        var both = Error(
            Kind(SendOutcome.Rejected, 1, 109121, new() { Error = error, Response = response, Status = 400 }), Summary);
        Assert.Equal((20, 400, "request-1"), (both.ErrorCode, both.HttpStatus, both.RequestId));
    }

    [Fact]
    public void A_run_that_must_be_taken_up_later_says_why()
    {
        var deferral = new McException("RateLimited", McErrorCategory.LimitsExceeded, "Later.", "Wait.")
        {
            HttpStatus = 429,
        };

        var stopped = SendErrors.Of(Kind(SendOutcome.Cancelled, 2), Summary, Run, deferral);

        Assert.Equal((McErrorCategory.LimitsExceeded, 429), (stopped.Category, stopped.HttpStatus));
        Assert.EndsWith(". Later.", stopped.Message, StringComparison.Ordinal);
        Assert.StartsWith("Wait.", stopped.RecommendedAction, StringComparison.Ordinal);
        var sent = SendErrors.Of(Kind(SendOutcome.Failed, 1, null, new() { Status = 500 }), Summary, Run, deferral);
        Assert.Equal(500, sent.HttpStatus);
    }

    [Fact]
    public void What_ended_a_run_is_told_with_what_became_of_all()
    {
        var reason = new McException("X", McErrorCategory.OpenError, "It ended.", "Do this.")
        {
            HttpStatus = 401,
            ErrorCode = 5,
            RequestId = "r",
        };

        var error = SendErrors.WithCounts(reason, Summary, Run);

        Assert.Equal(
            "It ended. Of 19 recipients read: 5 accepted, 7 with an unknown outcome, 1 failed, 4 rejected, 2 not sent.",
            error.Message);
        Assert.StartsWith("Do this. ", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("'run-1'", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(("X", 401, 5, "r"), (error.ErrorId, error.HttpStatus, error.ErrorCode, error.RequestId));
        Assert.Same(reason, error.InnerException);
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, 0, true)]
    [InlineData(0, 1, true)]
    [InlineData(2, 2, true)]
    public void The_run_id_is_asked_for_only_where_somebody_may_be_sent_to_twice(
        int accepted, int unknown, bool isAsked)
    {
        var reason = new McException("X", McErrorCategory.OpenError, "It ended.", "Do this.");
        var summary = new SendSummary(9, accepted, 0, 0, 5, unknown, 0, 1, 0, TimeSpan.Zero);

        var error = SendErrors.WithCounts(reason, summary, Run);

        Assert.Equal(isAsked, error.RecommendedAction.Contains("run-1", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nothing_was_read_the_reason_is_told_as_it_is()
    {
        var reason = new McException("X", McErrorCategory.OpenError, "It ended.", "Do this.");

        Assert.Same(
            reason, SendErrors.WithCounts(reason, new SendSummary(0, 0, 0, 0, 0, 0, 0, 0, 0, TimeSpan.Zero), Run));
    }

    private static McException Error(RunError kind, SendSummary summary) => SendErrors.Of(kind, summary, Run, null);

    private static RunError Kind(
        SendOutcome outcome, int count, int? code = null, RequestResult<BatchResponse>? request = null)
    {
        var kind = new RunError(outcome, request);
        for (var i = 0; i < count; i++)
        {
            kind.Add(new RecipientResult { Outcome = outcome, ErrorCode = code, ErrorName = "A" });
        }

        return kind;
    }
}
