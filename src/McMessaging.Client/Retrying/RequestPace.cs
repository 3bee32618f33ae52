namespace McMessaging.Retrying;

/// <summary>
/// How far apart requests begin. Without a rate limit not at all; where the service has one, its 429s teach it: the
/// first guess is what it took before the 429, each later one takes a step back, each success a step forward, a small
/// one near the rate at which the last 429 came.
/// </summary>
internal sealed class RequestPace
{
    private const double Fastest = 1000;
    private const double Slowest = 1.0 / 30;
    private const double SlowestFirstGuess = 1;
    private const double StepBack = 0.85;
    private const double StepBackWithoutSuccess = 0.5;
    private const double StepForward = 1.2;
    private const double StepForwardNearLimit = 1.005;
    private const double NearLimit = 0.8;

    // Timers are coarse: what they were late is caught up with.
    private static readonly TimeSpan CatchUp = TimeSpan.FromMilliseconds(50);

    private double _limitedAt = double.PositiveInfinity;
    private TimeSpan _since;
    private TimeSpan? _learnedAt;
    private int _successes;

    /// <summary>Requests a second; infinite while no limit is known.</summary>
    public double Rate { get; private set; } = double.PositiveInfinity;

    /// <summary>When the next request may begin. This, and all times here, since the start of the run.</summary>
    public TimeSpan Next { get; private set; }

    public void Begun(TimeSpan now)
    {
        if (double.IsFinite(Rate))
        {
            var earliest = now - CatchUp;
            Next = (Next > earliest ? Next : earliest) + TimeSpan.FromSeconds(1 / Rate);
        }
    }

    public void Succeeded()
    {
        _successes++;
        if (double.IsFinite(Rate))
        {
            var isNearLimit = Rate >= NearLimit * _limitedAt && Rate <= _limitedAt / NearLimit;
            Rate *= isNearLimit ? StepForwardNearLimit : StepForward;
            Rate = Rate < Fastest ? Rate : double.PositiveInfinity;
        }
    }

    /// <summary>The service refused a request for its rate limit.</summary>
    /// <param name="begun">When the request began.</param>
    /// <param name="now">The time.</param>
    /// <param name="wait">How long nobody sends now.</param>
    public void Limited(TimeSpan begun, TimeSpan now, TimeSpan wait)
    {
        // Requests that were in flight when the pace was learned tell the same limit once more.
        if (begun <= _learnedAt)
        {
            return;
        }

        Rate = double.IsFinite(Rate) ? SlowerRate() : FirstGuess(now - _since + wait);
        Next = now + wait;
        _learnedAt = now;
        _since = now + wait;
        _successes = 0;
    }

    private double SlowerRate()
    {
        _limitedAt = Rate;
        return Math.Max(Slowest, Rate * (_successes > 0 ? StepBack : StepBackWithoutSuccess));
    }

    private double FirstGuess(TimeSpan period) => Math.Max(SlowestFirstGuess, _successes / period.TotalSeconds);
}
