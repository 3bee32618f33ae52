namespace McMessaging.Retrying;

/// <summary>
/// Ages that outlast a process: by wall clock, and never younger than they may be. A time that lies in the future by
/// more than clocks differ is of no use, so it counts as old.
/// </summary>
internal static class WallClock
{
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(10);

    public static bool IsWithin(TimeSpan limit, DateTimeOffset time, DateTimeOffset now)
    {
        var age = now - time;
        return age >= -ClockDifference && age < limit;
    }
}
