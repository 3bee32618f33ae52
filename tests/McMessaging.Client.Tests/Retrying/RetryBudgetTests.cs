using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Retrying;

public sealed class RetryBudgetTests
{
    private readonly VirtualTime _time = new(TimeSpan.Zero);

    [Fact]
    public void Its_time_is_over_to_the_moment()
    {
        var budget = new RetryBudget(_time, RetryOptions.Default);
        budget.NextAttemptLimit();

        _time.Advance(RetryOptions.Default.OverallTimeout - TimeSpan.FromTicks(1));
        Assert.True(budget.HasTimeLeft);
        Assert.Equal(TimeSpan.FromTicks(1), budget.NextAttemptLimit());
        Assert.True(budget.Allows(TimeSpan.Zero));
        _time.Advance(TimeSpan.FromTicks(1));

        Assert.False(budget.HasTimeLeft);
        Assert.Null(budget.NextAttemptLimit());
        Assert.False(budget.Allows(TimeSpan.Zero));
    }

    [Fact]
    public void Time_is_taken_out_only_after_it_was_begun()
    {
        var budget = new RetryBudget(_time, RetryOptions.Default);
        budget.Exclude(TimeSpan.FromSeconds(7));
        Assert.Equal(RetryOptions.Default.OverallTimeout, budget.Remaining);

        budget.NextAttemptLimit();
        budget.Exclude(TimeSpan.FromSeconds(7));

        Assert.Equal(RetryOptions.Default.OverallTimeout + TimeSpan.FromSeconds(7), budget.Remaining);
    }

    [Fact]
    public void A_message_that_was_sent_48_hours_ago_is_sent_no_more()
    {
        var first = _time.GetUtcNow();
        _time.Advance(RetryBudget.SafeRetryAge - TimeSpan.FromTicks(1));
        Assert.NotNull(new RetryBudget(_time, RetryOptions.Default, first).NextAttemptLimit());

        _time.Advance(TimeSpan.FromTicks(1));
        var budget = new RetryBudget(_time, RetryOptions.Default, first);

        Assert.True(budget.IsTooLate);
        Assert.Null(budget.NextAttemptLimit());
    }

    [Fact]
    public void A_request_that_began_48_hours_ago_makes_no_further_attempt()
    {
        var budget = new RetryBudget(_time, RetryOptions.Default with { OverallTimeout = TimeSpan.FromDays(7) });
        budget.NextAttemptLimit();

        _time.Advance(RetryBudget.SafeRetryAge - TimeSpan.FromTicks(1));
        Assert.NotNull(budget.NextAttemptLimit());
        _time.Advance(TimeSpan.FromTicks(1));

        Assert.True(budget.IsTooLate);
        Assert.Null(budget.NextAttemptLimit());
    }
}
