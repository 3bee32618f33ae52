using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Requests;

/// <summary>
/// The retry matrix for triggered sends, which have no key, where nothing was taken for certain.
/// </summary>
public sealed class RetryLoopTriggeredSendTests
{
    private static readonly SendOptions Default = Sends.Triggered();
    private static readonly SendOptions Ambiguous = Sends.Triggered() with { RetryAmbiguous = true };

    public static TheoryData<bool> Both => [false, true];

    public static TheoryData<bool, int> Final => Each(400, 403, 404, 409, 415, 596);

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_401_drops_the_token_fetches_one_and_is_retried_once(bool retryAmbiguous)
    {
        var run = await MatrixRun.OfAsync(Of(retryAmbiguous), Faults.Status(401));

        Assert.Equal((SendOutcome.Accepted, 2), run.OutcomeAndAttempts);
        Assert.Equal(["token-1", "token-2"], run.Service.Bearers);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_429_with_50100_is_retried_after_Retry_After(bool retryAmbiguous)
    {
        var run = await MatrixRun.OfAsync(Of(retryAmbiguous), Faults.RateLimited("5"));

        Assert.Equal((SendOutcome.Accepted, 2), run.OutcomeAndAttempts);
        Assert.Equal(TimeSpan.FromSeconds(5), Assert.Single(run.Time.Waits));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_429_with_50200_is_retried_after_a_long_wait(bool retryAmbiguous)
    {
        var run = await MatrixRun.OfAsync(Of(retryAmbiguous), Faults.Blocked);

        Assert.Equal((SendOutcome.Accepted, 2), run.OutcomeAndAttempts);
        Assert.InRange(Assert.Single(run.Time.Waits), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_503_with_Retry_After_was_turned_away_and_is_retried(bool retryAmbiguous)
    {
        var once = await MatrixRun.OfAsync(Of(retryAmbiguous), Faults.Status(503, 50300, "7"));
        var always = await MatrixRun.OfAsync(
            Of(retryAmbiguous), Enumerable.Repeat(Faults.Status(503, 50300, "7"), 7).ToArray());

        Assert.Equal((SendOutcome.Accepted, 2), once.OutcomeAndAttempts);
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.Single(once.Time.Waits));
        Assert.Equal((SendOutcome.Failed, 7), always.OutcomeAndAttempts);
    }

    [Theory]
    [MemberData(nameof(Final))]
    public async Task A_400_403_404_409_415_or_596_is_not_retried(bool retryAmbiguous, int status)
    {
        var run = await MatrixRun.OfAsync(Of(retryAmbiguous), Faults.Status(status, 10000));

        Assert.Equal((SendOutcome.Failed, 1), run.OutcomeAndAttempts);
        Assert.Empty(run.Time.Waits);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_202_with_errors_is_rejected_and_not_retried(bool retryAmbiguous)
    {
        var run = await MatrixRun.OfAsync(
            Of(retryAmbiguous), _ => FakeResponse.Json(202, Example.Read("triggered-sync-error")));

        Assert.Equal((SendOutcome.Rejected, 1), run.OutcomeAndAttempts);
    }

    private static SendOptions Of(bool retryAmbiguous) => retryAmbiguous ? Ambiguous : Default;

    private static TheoryData<bool, int> Each(params int[] statuses)
    {
        var data = new TheoryData<bool, int>();
        foreach (var status in statuses)
        {
            data.Add(false, status);
            data.Add(true, status);
        }

        return data;
    }
}
