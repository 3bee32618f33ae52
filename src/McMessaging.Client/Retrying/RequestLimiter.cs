namespace McMessaging.Retrying;

/// <summary>
/// Says when a request may make its next attempt: so many at once, none during a pause that the service asked for, as
/// far apart as its rate limit wants, in the order in which they came; retries go before requests that were not begun.
/// </summary>
internal sealed class RequestLimiter(int most, TimeProvider timeProvider, Action pauseBegan)
{
    private readonly object _lock = new();
    private readonly PriorityQueue<Waiter, (RequestPriority Priority, long Number)> _waiters = new();
    private readonly ConcurrencyLimit _limit = new(most);
    private readonly RequestPace _pace = new();
    private readonly long _start = timeProvider.GetTimestamp();
    private TimeSpan _pausedUntil;
    private ITimer? _timer;
    private long _lastNumber;
    private int _inFlight;

    /// <summary>How many may be in flight now.</summary>
    public int Limit
    {
        get
        {
            lock (_lock)
            {
                return _limit.Current;
            }
        }
    }

    public TimeSpan PauseRemaining
    {
        get
        {
            lock (_lock)
            {
                return PauseAt(Now);
            }
        }
    }

    /// <summary>Whether a request that waits gives up its place. With one at a time it would lose its order.</summary>
    internal bool OthersMayPass => most > 1;

    internal TimeSpan Now => timeProvider.GetElapsedTime(_start);

    public RequestTurn NewTurn(RetryBudget budget, bool isRetry = false) => new(this, budget, isRetry);

    /// <summary>Waits for a turn, first come, first served within a priority.</summary>
    /// <returns><c>false</c> as soon as a pause takes more time than the request has left.</returns>
    internal async Task<bool> WaitAsync(
        RequestPriority priority, RetryBudget budget, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(priority, budget);
        lock (_lock)
        {
            if (!budget.Allows(PauseAt(Now)))
            {
                return false;
            }

            _waiters.Enqueue(waiter, (priority, ++_lastNumber));
            Admit();
        }

        using var registration = cancellationToken.Register(() => waiter.Turn.TrySetCanceled(cancellationToken));
        return await waiter.Turn.Task.ConfigureAwait(false);
    }

    internal void Leave()
    {
        lock (_lock)
        {
            _inFlight--;
            Admit();
        }
    }

    internal void Served()
    {
        lock (_lock)
        {
            _limit.Succeeded();
            _pace.Succeeded();
            Admit();
        }
    }

    /// <summary>All requests wait, and then begin further apart than before.</summary>
    /// <param name="begun">When the request began that met the limit.</param>
    /// <param name="wait">How long nobody sends.</param>
    /// <param name="isBlocked">Whether the service found that too many are sent at once.</param>
    internal void SlowDown(TimeSpan begun, TimeSpan wait, bool isBlocked)
    {
        lock (_lock)
        {
            var now = Now;
            _pace.Limited(begun, now, wait);
            if (isBlocked)
            {
                _limit.Halve();
            }

            _pausedUntil = now + wait > _pausedUntil ? now + wait : _pausedUntil;
            foreach (var (waiter, _) in _waiters.UnorderedItems)
            {
                if (!waiter.Budget.Allows(PauseAt(now)))
                {
                    waiter.Turn.TrySetResult(false);
                }
            }
        }

        pauseBegan();
    }

    private void Admit()
    {
        while (_waiters.TryPeek(out var waiter, out _))
        {
            var isInFlight = waiter.Priority == RequestPriority.InFlight;
            if (!waiter.Turn.Task.IsCompleted)
            {
                if (!isInFlight && _inFlight >= _limit.Current)
                {
                    return;
                }

                if (WaitAt(Now) is var wait && wait > TimeSpan.Zero)
                {
                    AdmitAfter(wait);
                    return;
                }

                var hasTimeLeft = waiter.Budget.HasTimeLeft;
                if (waiter.Turn.TrySetResult(hasTimeLeft) && hasTimeLeft)
                {
                    _inFlight += isInFlight ? 0 : 1;
                    _pace.Begun(Now);
                }
            }

            _waiters.Dequeue();
        }
    }

    /// <summary>One timer for all who wait, so that they do not wake together.</summary>
    private void AdmitAfter(TimeSpan wait) => _timer ??= timeProvider.CreateTimer(
        _ => Wake(),
        null,
        // A timer cuts off parts of a millisecond, and the rest would be a busy loop.
        TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)),
        Timeout.InfiniteTimeSpan);

    private void Wake()
    {
        lock (_lock)
        {
            _timer?.Dispose();
            _timer = null;
            Admit();
        }
    }

    private TimeSpan PauseAt(TimeSpan now) => _pausedUntil > now ? _pausedUntil - now : TimeSpan.Zero;

    private TimeSpan WaitAt(TimeSpan now) => (_pace.Next > _pausedUntil ? _pace.Next : _pausedUntil) - now;

    private sealed record Waiter(RequestPriority Priority, RetryBudget Budget)
    {
        public TaskCompletionSource<bool> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>Who goes first.</summary>
internal enum RequestPriority
{
    /// <summary>A request that has its place already and was kept by a pause.</summary>
    InFlight,

    /// <summary>A request that made an attempt before.</summary>
    Retry,

    /// <summary>A request that was not begun.</summary>
    First,
}
