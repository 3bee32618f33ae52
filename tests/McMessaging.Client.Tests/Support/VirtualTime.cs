namespace McMessaging.Client.Tests.Support;

/// <summary>
/// A clock that jumps over waits: a timer that is due within <paramref name="jump"/> fires at once and moves the clock by
/// its due time. Longer ones are time limits (60 s for a token, 130 s for a request): they fire only when a test moves
/// the clock.
/// </summary>
internal sealed class VirtualTime(TimeSpan jump) : TimeProvider
{
    private readonly object _lock = new();
    private readonly List<VirtualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public VirtualTime()
        : this(TimeSpan.FromSeconds(50))
    {
    }

    /// <summary>The waits that were jumped over, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>Called for each wait that is jumped over, before it ends.</summary>
    public Action<TimeSpan> OnWait { get; set; } = _ => { };

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        List<VirtualTimer> due;
        lock (_lock)
        {
            _now += by;
            due = _timers.Where(timer => timer.Due <= _now).ToList();
            _timers.RemoveAll(timer => timer.Due <= _now);
        }

        due.ForEach(timer => timer.Fire());
    }

    private void Schedule(VirtualTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan) return;
            if (dueTime >= jump)
            {
                timer.Due = _now + dueTime;
                _timers.Add(timer);
                return;
            }

            _now += dueTime;
            Waits.Add(dueTime);
        }

        ThreadPool.QueueUserWorkItem(_ =>
        {
            OnWait(dueTime);
            timer.Fire();
        });
    }

    private sealed class VirtualTimer(VirtualTime owner, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            owner.Schedule(this, dueTime);
            return true;
        }

        public void Dispose()
        {
            lock (owner._lock) owner._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
