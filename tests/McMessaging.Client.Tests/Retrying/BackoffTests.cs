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
    public void A_wait_is_a_random_part_of_a_doubling_second(int attempt, int ceiling)
    {
        Assert.Equal(TimeSpan.FromMilliseconds(1), new Backoff(() => 0).After(attempt));
        Assert.Equal(TimeSpan.FromSeconds(ceiling / 4.0), new Backoff(() => 0.25).After(attempt));
        Assert.Equal(TimeSpan.FromSeconds(ceiling), new Backoff(() => 1).After(attempt));
    }

    [Theory]
    [InlineData(5, 16)]
    [InlineData(6, 30)]
    [InlineData(7, 30)]
    [InlineData(1_000_000, 30)]
    public void From_the_fifth_on_a_wait_is_at_least_half_of_what_it_may_be_up_to_30_seconds(int attempt, int ceiling)
    {
        Assert.Equal(TimeSpan.FromSeconds(ceiling / 2.0), new Backoff(() => 0).After(attempt));
        Assert.Equal(TimeSpan.FromSeconds(ceiling), new Backoff(() => 1).After(attempt));
    }

    [Fact]
    public void Six_retries_outlast_20_seconds_whatever_is_drawn()
    {
        var unlucky = new Backoff(() => 0);

        var together = Enumerable.Range(1, 6).Aggregate(TimeSpan.Zero, (sum, attempt) => sum + unlucky.After(attempt));

        Assert.InRange(together, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_12_second_outage_of_500s_ends_in_no_unknown_outcome()
    {
        for (var i = 0; i < 50; i++)
        {
            var time = new VirtualTime();
            var end = time.GetUtcNow().AddSeconds(12);
            var service = new FakeService(request => time.GetUtcNow() < end
                ? Faults.Status(500)(request.Body)
                : FakeResponse.Accepted(request.Body));

            var host = await Sends.RunAsync(service, Sends.Email(), Sends.People(1), time);

            Assert.Equal(SendOutcome.Accepted, Assert.Single(host.Results).Outcome);
        }
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
        var limited = await MatrixRun.OfAsync(options, Enumerable.Repeat(Faults.RateLimited("1"), 9).ToArray());

        Assert.Equal((SendOutcome.Unknown, repeats + 1), unknown.OutcomeAndAttempts);
        // A 429 uses up time, not tries.
        Assert.Equal((SendOutcome.Accepted, 10), limited.OutcomeAndAttempts);
    }
}
