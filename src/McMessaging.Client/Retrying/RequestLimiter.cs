namespace McMessaging.Retrying;

/// <summary>
/// Says when a request may make its next attempt: so many at once, none during a pause that the service asked for, as
/// far apart as its rate limit wants, no faster than the caller's own rate, in the order in which they came; retries go
/// before requests that were not begun.
/// </summary>
internal sealed class RequestLimiter(
    int most, TimeProvider timeProvider, Action pauseBegan, RecipientRate? rate = null)
{
    private readonly object _lock = new();
    private readonly RequestQueue _waiters = new();
    private readonly ConcurrencyLimit _limit = new(most);
    private readonly RequestPace _pace = new();
    private readonly long _start = timeProvider.GetTimestamp();
    private TimeSpan _pausedUntil;
    private TimeSpan? _heldSince;
    private ITimer? _timer;
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

    public RequestTurn NewTurn(RetryBudget budget, bool isRetry = false, int recipients = 0) =>
        new(this, budget, isRetry, recipients);

    /// <summary>Waits for a turn, first come, first served within a priority.</summary>
    /// <returns><c>false</c> as soon as a pause takes more time than the request has left.</returns>
    internal async Task<bool> WaitAsync(
        RequestPriority priority, int recipients, RetryBudget budget, CancellationToken cancellationToken)
    {
        var waiter = new RequestWaiter(priority, recipients, budget);
        lock (_lock)
        {
            EndHold(Now);
            if (!budget.Allows(PauseAt(Now)))
            {
                return false;
            }

            _waiters.Enqueue(waiter);
            Admit();
        }

        using var registration = cancellationToken.Register(() => waiter.Turn.TrySetCanceled(cancellationToken));
        return await waiter.Turn.Task.ConfigureAwait(false);
    }

    /// <summary>An attempt with so many recipients ended.</summary>
    internal void End(int recipients)
    {
        lock (_lock)
        {
            rate?.End(recipients, Now);
        }
    }

    internal void Leave(int unattempted)
    {
        lock (_lock)
        {
            _inFlight--;
            rate?.Withdraw(unattempted);
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
            EndHold(now);
            _pace.Limited(begun, now, wait);
            if (isBlocked)
            {
                _limit.Halve();
            }

            _pausedUntil = now + wait > _pausedUntil ? now + wait : _pausedUntil;
            _waiters.EndWithoutTimeFor(PauseAt(now));
        }

        pauseBegan();
    }

    private void Admit()
    {
        EndHold(Now);
        while (_waiters.TryPeek(out var waiter))
        {
            var isInFlight = waiter.Priority == RequestPriority.InFlight;
            if (!waiter.Turn.Task.IsCompleted)
            {
                if (!isInFlight && _inFlight >= _limit.Current)
                {
                    return;
                }

                if (WaitOf(waiter, Now) is var wait && wait > TimeSpan.Zero)
                {
                    AdmitAfter(wait);
                    return;
                }

                var hasTimeLeft = waiter.Budget.HasTimeLeft;
                if (waiter.Turn.TrySetResult(hasTimeLeft) && hasTimeLeft)
                {
                    _inFlight += isInFlight ? 0 : 1;
                    _pace.Begun(Now);
                    rate?.Begin(waiter.Recipients, Now);
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

    private TimeSpan WaitOf(RequestWaiter waiter, TimeSpan now)
    {
        var ready = _pace.Next > _pausedUntil ? _pace.Next : _pausedUntil;
        if (rate?.ReadyAt(waiter.Recipients, now) is { } byRate && byRate > ready && byRate > now)
        {
            _heldSince = ready > now ? ready : now;
            ready = byRate;
        }

        return ready - now;
    }

    /// <summary>What the caller's own rate made requests wait is not part of their time.</summary>
    private void EndHold(TimeSpan now)
    {
        if (_heldSince is { } since && now > since)
        {
            _waiters.Exclude(now - since);
        }

        _heldSince = null;
    }
}
