namespace McMessaging.Sandboxing.Http;

/// <summary>The clock that the service shows in its headers, which may be ahead of the sandbox's own.</summary>
internal sealed class ServiceClock(TimeProvider time, Func<TimeSpan> ahead)
{
    public TimeProvider Time => time;

    public DateTimeOffset Now => time.GetUtcNow() + ahead();
}
