using McMessaging.Client.Tests.Support;
using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Retrying;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(4, 8)]
    [InlineData(5, 16)]
    [InlineData(6, 30)]
    [InlineData(7, 30)]
    [InlineData(1_000_000, 30)]
    public void A_wait_is_a_random_part_of_a_doubling_second_up_to_30(int attempt, int ceiling)
    {
        Assert.Equal(TimeSpan.FromMilliseconds(1), new Backoff(() => 0).After(attempt));
        Assert.Equal(TimeSpan.FromSeconds(ceiling / 4.0), new Backoff(() => 0.25).After(attempt));
        Assert.Equal(TimeSpan.FromSeconds(ceiling), new Backoff(() => 1).After(attempt));
    }

    [Fact]
    public void After_a_block_the_wait_is_15_to_30_seconds()
    {
        Assert.Equal(TimeSpan.FromSeconds(15), new Backoff(() => 0).AfterBlock());
        Assert.Equal(TimeSpan.FromSeconds(30), new Backoff(() => 1).AfterBlock());
    }

    [Fact]
    public async Task Waits_grow_from_attempt_to_attempt_up_to_their_ceiling()
    {
        var run = await MatrixRun.OfAsync(
            Sends.Email() with { MaxRetryCount = 7 }, Enumerable.Repeat(Faults.Status(500), 7).ToArray());

        Assert.Equal((SendOutcome.Accepted, 8), run.OutcomeAndAttempts);
        Assert.Equal(7, run.Time.Waits.Count);
        Assert.All(run.Time.Waits.Zip([1, 2, 4, 8, 16, 30, 30]), pair =>
            Assert.InRange(pair.First, TimeSpan.Zero, TimeSpan.FromSeconds(pair.Second)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task A_request_is_retried_as_often_as_was_asked_for(int repeats)
    {
        var options = Sends.Email() with { MaxRetryCount = repeats };

        var unknown = await MatrixRun.OfAsync(options, Enumerable.Repeat(Faults.Status(500), 9).ToArray());
        var failed = await MatrixRun.OfAsync(options, Enumerable.Repeat(Faults.RateLimited("1"), 9).ToArray());

        Assert.Equal((SendOutcome.Unknown, repeats + 1), unknown.OutcomeAndAttempts);
        Assert.Equal((SendOutcome.Failed, repeats + 1), failed.OutcomeAndAttempts);
    }
}
