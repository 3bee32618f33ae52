using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Requests;

/// <summary>
/// The rows of the retry matrix where a triggered send may have been taken: repeated only where that was asked for.
/// </summary>
public sealed class RetryLoopTriggeredAmbiguityTests
{
    private static readonly SendOptions Default = Sends.Triggered();
    private static readonly SendOptions Ambiguous = Sends.Triggered() with { RetryAmbiguous = true };

    [Fact]
    public async Task Broken_after_the_request_was_sent_is_not_retried_and_unknown()
    {
        var run = await MatrixRun.OfAsync(Default, Faults.Broken);

        Assert.Equal((SendOutcome.Unknown, 1), run.OutcomeAndAttempts);
        Assert.Equal(
            ("ConnectionBroken", "OutcomeUnknown"),
            (run.Result.ErrorName, Assert.Single(run.Host.Errors).Error.ErrorId));
    }

    [Fact]
    public async Task Broken_after_the_request_was_sent_is_retried_where_that_was_asked_for()
    {
        var run = await MatrixRun.OfAsync(Ambiguous, Faults.Broken);

        Assert.Equal((SendOutcome.Accepted, 2), run.OutcomeAndAttempts);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_408_500_502_or_504_is_not_retried_and_unknown(int status)
    {
        var run = await MatrixRun.OfAsync(Default, Faults.Status(status));

        Assert.Equal((SendOutcome.Unknown, 1), run.OutcomeAndAttempts);
        Assert.Equal(status, run.Result.HttpStatus);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_408_500_502_or_504_is_retried_where_that_was_asked_for(int status)
    {
        var run = await MatrixRun.OfAsync(Ambiguous, Faults.Status(status));

        Assert.Equal((SendOutcome.Accepted, 2), run.OutcomeAndAttempts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("soon")]
    public async Task A_503_without_a_usable_Retry_After_is_not_retried_and_unknown(string? retryAfter)
    {
        var run = await MatrixRun.OfAsync(Default, Faults.Status(503, 50300, retryAfter));

        Assert.Equal((SendOutcome.Unknown, 1), run.OutcomeAndAttempts);
    }

    [Fact]
    public async Task A_503_without_Retry_After_is_retried_where_that_was_asked_for() =>
        Assert.Equal((SendOutcome.Accepted, 2), (
            await MatrixRun.OfAsync(Ambiguous, Faults.Status(503, 50300))).OutcomeAndAttempts);
}
