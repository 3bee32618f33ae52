namespace McMessaging.Client.Tests.Support;

/// <summary>A clock that makes no timer where it is told not to: there, no code expects an error.</summary>
internal sealed class FailingClock(TimeProvider time, Func<bool> fails) : TimeProvider
{
    public static InvalidTimeZoneException Error { get; } = new("unforeseen");

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        fails() ? throw Error : time.CreateTimer(callback, state, dueTime, period);
}
