using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Retrying;

/// <summary>What success brings back of what a limit took.</summary>
public sealed class RequestLimiterSuccessTests : RequestLimiterTest
{
    [Fact]
    public async Task Success_makes_room_for_more_at_once_where_the_limiter_was_halved()
    {
        var limiter = Limiter(4);
        var turns = await HalveAsync(limiter);
        turns[0].Dispose();
        turns[1].Dispose();
        using var stop = new CancellationTokenSource();
        var early = Turn(limiter).TakeAsync(stop.Token);
        var waiting = Turn(limiter).TakeAsync(default);

        turns[2].Served();
        await AssertStillWaitsAsync(early, stop);
        turns[3].Served();

        Assert.True(await waiting.WaitAsync(Deadlock));
        Assert.Equal(3, limiter.Limit);
    }

    [Fact]
    public async Task Success_brings_requests_nearer_to_each_other_after_a_pause()
    {
        var limiter = Limiter(20);
        var limited = Turn(limiter);
        await limited.TakeAsync(default);
        limited.SlowDown(TimeSpan.FromSeconds(10), isBlocked: false);
        var first = Turn(limiter).TakeAsync(default);
        var second = Turn(limiter).TakeAsync(default);
        using var stop = new CancellationTokenSource();
        var early = Turn(limiter).TakeAsync(stop.Token);
        var third = Turn(limiter).TakeAsync(default);
        Time.Advance(TimeSpan.FromSeconds(10));
        await first;

        for (var i = 0; i < 4; i++)
        {
            limited.Served();
        }

        Time.Advance(TimeSpan.FromSeconds(1));
        await second;
        await AssertStillWaitsAsync(early, stop);
        Time.Advance(TimeSpan.FromSeconds(0.5));

        Assert.True(await third.WaitAsync(Deadlock));
    }
}
