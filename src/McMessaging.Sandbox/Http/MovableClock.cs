namespace McMessaging.Sandboxing.Http;

/// <summary>A clock that can be moved. Its timers and its timestamps go on as if it had not been.</summary>
internal sealed class MovableClock(TimeProvider inner) : TimeProvider
{
    private long _offset;

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    /// <summary>How far the clock is ahead of the real one, or behind it.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref _offset));

    public void Move(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    public void Reset() => Interlocked.Exchange(ref _offset, 0);

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Offset;

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);
}
