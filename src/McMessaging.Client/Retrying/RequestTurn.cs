namespace McMessaging.Retrying;

/// <summary>One request's place among all others, from before its first attempt to after its last.</summary>
internal sealed class RequestTurn(RequestLimiter limiter, RetryBudget budget, bool isRetry, int recipients)
    : IDisposable
{
    private bool _isInFlight;
    private bool _isRetry = isRetry;
    private int _admitted;
    private TimeSpan _begun;

    /// <summary>Waits until the request may make an attempt.</summary>
    /// <returns><c>false</c> if there is no time left for one.</returns>
    public async Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        var priority = _isInFlight ? RequestPriority.InFlight
            : _isRetry ? RequestPriority.Retry
            : RequestPriority.First;
        var mayGo = await limiter.WaitAsync(priority, recipients - _admitted, budget, cancellationToken)
            .ConfigureAwait(false);
        _admitted = mayGo ? recipients : _admitted;
        _isInFlight |= mayGo;
        _isRetry |= mayGo;
        _begun = limiter.Now;
        return mayGo;
    }

    /// <summary>The attempt ended.</summary>
    public void End()
    {
        limiter.End(_admitted);
        _admitted = 0;
    }

    /// <summary>Lets others go first, while this request waits for its next attempt.</summary>
    public void StepAside()
    {
        if (limiter.OthersMayPass)
        {
            Leave();
        }
    }

    /// <summary>The service responded for good: it has room.</summary>
    public void Served() => limiter.Served();

    public void SlowDown(TimeSpan wait, bool isBlocked) => limiter.SlowDown(_begun, wait, isBlocked);

    public void Dispose() => Leave();

    private void Leave()
    {
        if (_isInFlight)
        {
            _isInFlight = false;
            limiter.Leave(_admitted);
            _admitted = 0;
        }
    }
}
