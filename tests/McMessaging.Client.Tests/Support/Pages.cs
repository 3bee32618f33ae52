namespace McMessaging.Client.Tests.Support;

/// <summary>Reports as text, in one line.</summary>
internal static class Pages
{
    public static readonly DateTimeOffset Start = new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);

    public static string Of(params IEnumerable<SavedResult> results)
    {
        var report = new SendReport(new SendReportOptions { Time = ClockAt(Start) });
        foreach (var result in results)
        {
            report.Add(result);
        }

        using var page = new StringWriter();
        report.Write(page);
        return page.ToString();
    }

    public static IEnumerable<SavedResult> Many(int count, SendOutcome outcome = SendOutcome.Accepted) =>
        Enumerable.Repeat(new SavedResult(outcome), count);

    /// <summary>The result of a request that was sent so many seconds after the start.</summary>
    public static SavedResult SentAfter(double seconds, SendOutcome outcome = SendOutcome.Accepted) =>
        new(outcome) { SentAt = Start.AddSeconds(seconds), Attempts = 1, RequestId = $"r{seconds}" };

    /// <summary>A clock that stands still, of a computer in UTC: pages tell times in the zone of the reader.</summary>
    public static TimeProvider ClockAt(DateTimeOffset now) => new StandingClock(now);

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
