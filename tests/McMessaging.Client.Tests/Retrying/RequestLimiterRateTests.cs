using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Retrying;

/// <summary>Requests that wait because of the caller's own rate.</summary>
public sealed class RequestLimiterRateTests : RequestLimiterTest
{
    [Fact]
    public async Task What_the_callers_own_rate_makes_requests_wait_is_not_part_of_their_time()
    {
        var limiter = FullLimiter(out _);
        var early = BegunBudget();
        var waitingEarly = limiter.NewTurn(early, isRetry: true, recipients: 1).TakeAsync(default);
        Time.Advance(TimeSpan.FromSeconds(20));
        var late = BegunBudget();
        var waitingLate = limiter.NewTurn(late, isRetry: true, recipients: 1).TakeAsync(default);

        Time.Advance(RecipientRate.Window);
        await waitingEarly.WaitAsync(Deadlock);
        Assert.Equal(RetryOptions.Default.OverallTimeout, early.Remaining);
        Time.Advance(RecipientRate.Window);
        await waitingLate.WaitAsync(Deadlock);

        Assert.Equal(RetryOptions.Default.OverallTimeout, late.Remaining);
    }

    [Fact]
    public async Task Nor_does_it_count_where_a_pause_leaves_just_time_enough()
    {
        var limiter = FullLimiter(out var full);
        var waiting = limiter.NewTurn(BegunBudget(), isRetry: true, recipients: 1).TakeAsync(default);
        Time.Advance(TimeSpan.FromSeconds(20));

        var pause = RetryOptions.Default.OverallTimeout - TimeSpan.FromSeconds(1);
        full.SlowDown(pause, isBlocked: false);
        Time.Advance(pause);

        Assert.True(await waiting.WaitAsync(Deadlock));
    }

    [Fact]
    public async Task A_pause_counts_and_what_the_rate_adds_to_it_does_not()
    {
        var limiter = FullLimiter(out var full);
        full.SlowDown(TimeSpan.FromSeconds(30), isBlocked: false);
        var budget = BegunBudget();
        var waiting = limiter.NewTurn(budget, isRetry: true, recipients: 1).TakeAsync(default);

        Time.Advance(RecipientRate.Window);
        await waiting.WaitAsync(Deadlock);

        Assert.Equal(RetryOptions.Default.OverallTimeout - TimeSpan.FromSeconds(30), budget.Remaining);
    }

    [Fact]
    public async Task Who_ran_out_of_time_between_two_attempts_makes_no_room_for_others()
    {
        var limiter = FullLimiter(out var full);
        full.SlowDown(RetryOptions.Default.OverallTimeout * 2, isBlocked: false);
        Assert.False(await full.TakeAsync(default));
        full.Dispose();
        Time.Advance(RetryOptions.Default.OverallTimeout * 2);

        var underWay = NewTurn(limiter, recipients: 10);
        Assert.True(await underWay.TakeAsync(default).WaitAsync(Deadlock));
        using var stop = new CancellationTokenSource();
        var waiting = NewTurn(limiter, recipients: 1).TakeAsync(stop.Token);
        Time.Advance(RecipientRate.Window * 2);

        await AssertStillWaitsAsync(waiting, stop);
    }

    [Fact]
    public async Task Who_waits_for_room_in_flight_after_the_rate_had_its_turn_is_waiting_on_its_own_time()
    {
        var limiter = NewLimiter(inFlight: 1);
        var full = NewTurn(limiter, recipients: 10);
        await full.TakeAsync(default);
        full.End();
        full.Dispose();
        var next = NewTurn(limiter, recipients: 10);
        var taking = next.TakeAsync(default);
        var last = BegunBudget();
        var waiting = limiter.NewTurn(last, isRetry: false, recipients: 0).TakeAsync(default);
        Time.Advance(RecipientRate.Window);
        Assert.True(await taking.WaitAsync(Deadlock));

        Time.Advance(TimeSpan.FromSeconds(20));
        next.Dispose();

        Assert.True(await waiting.WaitAsync(Deadlock));
        Assert.Equal(RetryOptions.Default.OverallTimeout - TimeSpan.FromSeconds(20), last.Remaining);
    }

    [Fact]
    public async Task Who_left_without_an_attempt_makes_room_for_others()
    {
        var limiter = NewLimiter(inFlight: 1);
        var gone = NewTurn(limiter, recipients: 10);
        await gone.TakeAsync(default);
        gone.Dispose();
        Time.Advance(RecipientRate.Window);

        Assert.True(await NewTurn(limiter, recipients: 10).TakeAsync(default).WaitAsync(Deadlock));
    }

    [Fact]
    public async Task Whom_the_rate_let_go_and_a_pause_kept_does_not_wait_for_the_rate_again()
    {
        var limiter = NewLimiter(inFlight: 1);
        var turn = NewTurn(limiter, recipients: 10);
        await turn.TakeAsync(default);

        Assert.True(turn.TakeAsync(default).IsCompletedSuccessfully);
    }

    // Ten recipients a minute.
    private RequestLimiter NewLimiter(int inFlight) =>
        new(inFlight, Time, pauseBegan: () => { }, new RecipientRate(10));

    // All of them begun and ended just now.
    private RequestLimiter FullLimiter(out RequestTurn full)
    {
        var limiter = NewLimiter(inFlight: 5);
        full = NewTurn(limiter, recipients: 10);
        Assert.True(full.TakeAsync(default).IsCompletedSuccessfully);
        full.End();
        return limiter;
    }

    private RequestTurn NewTurn(RequestLimiter limiter, int recipients) =>
        limiter.NewTurn(new RetryBudget(Time, RetryOptions.Default), recipients: recipients);

    private RetryBudget BegunBudget()
    {
        var budget = new RetryBudget(Time, RetryOptions.Default);
        budget.NextAttemptLimit();
        return budget;
    }
}
