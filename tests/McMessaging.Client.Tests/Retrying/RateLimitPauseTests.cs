using McMessaging.Client.Tests.Support;
using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Retrying;

public sealed class RateLimitPauseTests
{
    private readonly VirtualTime _time = new();

    [Fact]
    public async Task A_pause_of_a_fraction_of_a_millisecond_is_waited_for_once()
    {
        var pause = new RateLimitPause(_time, began: () => { });
        pause.PauseFor(TimeSpan.FromTicks(15_000_123));

        var isOver = await pause.WaitAsync(new RetryBudget(_time, RetryOptions.Default), CancellationToken.None)
            .WaitAsync(TimeSpan.FromSeconds(20));

        Assert.True(isOver);
        Assert.Equal(TimeSpan.FromMilliseconds(1501), Assert.Single(_time.Waits));
    }

    [Fact]
    public void A_shorter_pause_does_not_end_a_longer_one()
    {
        var pause = new RateLimitPause(_time, began: () => { });

        pause.PauseFor(TimeSpan.FromSeconds(10));
        pause.PauseFor(TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(10), pause.Remaining);
    }
}
