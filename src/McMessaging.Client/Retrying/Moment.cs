namespace McMessaging.Retrying;

/// <summary>
/// A moment on both clocks: the wall's, which may be set back, and the computer's own, which stops in sleep.
/// </summary>
internal readonly record struct Moment(DateTimeOffset Wall, long Timestamp)
{
    public static Moment Now(TimeProvider timeProvider) =>
        new(timeProvider.GetUtcNow(), timeProvider.GetTimestamp());

    /// <summary>How long ago it was by the clock that says more.</summary>
    public TimeSpan Age(TimeProvider timeProvider)
    {
        var byWall = timeProvider.GetUtcNow() - Wall;
        var byOwnClock = timeProvider.GetElapsedTime(Timestamp);
        return byWall > byOwnClock ? byWall : byOwnClock;
    }
}
