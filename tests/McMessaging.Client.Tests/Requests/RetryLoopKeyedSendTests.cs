using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Requests;

/// <summary>
/// The retry matrix for messages with keys of their own: email and SMS. What needs a network is in
/// <see cref="NetworkMatrixTests"/>.
/// </summary>
public sealed class RetryLoopKeyedSendTests
{
    public static TheoryData<MessageChannel> Channels => [MessageChannel.Email, MessageChannel.Sms];

    public static TheoryData<MessageChannel, int> Ambiguous => Each(408, 500, 502, 504);

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task Broken_after_the_request_was_sent_is_retried_with_the_same_keys(MessageChannel channel)
    {
        var run = await MatrixRun.OfAsync(Of(channel), Faults.Broken);

        Assert.Equal((SendOutcome.Accepted, 2), run.OutcomeAndAttempts);
        Assert.Equal(run.Service.Bodies[0], run.Service.Bodies[1]);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_401_drops_the_token_fetches_one_and_is_retried_once(MessageChannel channel)
    {
        var run = await MatrixRun.OfAsync(Of(channel), Faults.Status(401));

        Assert.Equal((SendOutcome.Accepted, 2), run.OutcomeAndAttempts);
        Assert.Equal(["token-1", "token-2"], run.Service.Bearers);
        Assert.Equal(2, run.Service.TokenRequests);
        Assert.Empty(run.Time.Waits);
    }

    [Theory]
    [MemberData(nameof(Ambiguous))]
    public async Task A_408_500_502_or_504_is_retried_with_the_same_keys(MessageChannel channel, int status)
    {
        var run = await MatrixRun.OfAsync(Of(channel), Faults.Status(status));

        Assert.Equal((SendOutcome.Accepted, 2), run.OutcomeAndAttempts);
        Assert.Equal(run.Service.Bodies[0], run.Service.Bodies[1]);
        Assert.InRange(Assert.Single(run.Time.Waits), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Theory]
    [MemberData(nameof(Ambiguous))]
    public async Task A_408_500_502_or_504_to_the_end_leaves_the_outcome_unknown(MessageChannel channel, int status)
    {
        var run = await MatrixRun.OfAsync(Of(channel), Enumerable.Repeat(Faults.Status(status), 7).ToArray());

        Assert.Equal((SendOutcome.Unknown, 7), run.OutcomeAndAttempts);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_429_with_50100_is_retried_after_Retry_After(MessageChannel channel)
    {
        var run = await MatrixRun.OfAsync(Of(channel), Faults.RateLimited("5"));

        Assert.Equal((SendOutcome.Accepted, 2), run.OutcomeAndAttempts);
        Assert.Equal(TimeSpan.FromSeconds(5), Assert.Single(run.Time.Waits));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_429_to_the_end_of_the_time_is_cancelled_because_nothing_was_taken(MessageChannel channel)
    {
        var run = await MatrixRun.OfAsync(Of(channel), Enumerable.Repeat(Faults.RateLimited("70"), 9).ToArray());

        Assert.Equal((SendOutcome.Cancelled, 5), run.OutcomeAndAttempts);
        Assert.Equal("RunStopped", Assert.Single(run.Host.Errors).Error.ErrorId);
        Assert.Equal((50100, "RateLimitExceeded"), (run.Result.ErrorCode, run.Result.ErrorName));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_429_with_50200_is_retried_after_a_long_wait(MessageChannel channel)
    {
        var run = await MatrixRun.OfAsync(Of(channel), Faults.Blocked);

        Assert.Equal((SendOutcome.Accepted, 2), run.OutcomeAndAttempts);
        Assert.InRange(Assert.Single(run.Time.Waits), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30));
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_503_with_Retry_After_is_retried_after_it_and_a_failure_in_the_end(MessageChannel channel)
    {
        var once = await MatrixRun.OfAsync(Of(channel), Faults.Status(503, 50300, "7"));
        var always = await MatrixRun.OfAsync(
            Of(channel), Enumerable.Repeat(Faults.Status(503, 50300, "7"), 7).ToArray());

        Assert.Equal((SendOutcome.Accepted, 2), once.OutcomeAndAttempts);
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.Single(once.Time.Waits));
        Assert.Equal((SendOutcome.Failed, 7), always.OutcomeAndAttempts);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_503_without_Retry_After_is_retried_like_a_500(MessageChannel channel)
    {
        var once = await MatrixRun.OfAsync(Of(channel), Faults.Status(503, 50300));
        var always = await MatrixRun.OfAsync(
            Of(channel), Enumerable.Repeat(Faults.Status(503, 50300), 7).ToArray());

        Assert.Equal((SendOutcome.Accepted, 2), once.OutcomeAndAttempts);
        Assert.Equal((SendOutcome.Unknown, 7), always.OutcomeAndAttempts);
    }

    private static SendOptions Of(MessageChannel channel) =>
        channel == MessageChannel.Sms ? Sends.Sms() : Sends.Email();

    private static TheoryData<MessageChannel, int> Each(params int[] statuses)
    {
        var data = new TheoryData<MessageChannel, int>();
        foreach (var status in statuses)
        {
            data.Add(MessageChannel.Email, status);
            data.Add(MessageChannel.Sms, status);
        }

        return data;
    }
}
