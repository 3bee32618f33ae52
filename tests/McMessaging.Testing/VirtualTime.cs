using System.Globalization;
using System.Threading.Channels;

namespace McMessaging.Testing;

/// <summary>
/// A clock that jumps over waits: a timer that is due within <paramref name="jump"/> fires at once and moves the clock
/// by its due time. Longer waits, and time limits (the timers of cancellation sources) of any length, end only when a
/// test moves the clock. With a jump of zero it moves only when it is told to.
/// </summary>
public sealed class VirtualTime(TimeSpan jump, DateTimeOffset start) : TimeProvider
{
    private readonly object _lock = new();
    private readonly List<VirtualTimer> _timers = [];
    private readonly List<TimerSignal> _signals = [];
    private readonly Channel<TimeSpan> _started = Channel.CreateUnbounded<TimeSpan>();
    private readonly long _start = start.Ticks;
    private DateTimeOffset _now = start;
    private TimeSpan _wallAhead;

    public VirtualTime(TimeSpan jump)
        : this(jump, Start)
    {
    }

    public VirtualTime()
        : this(TimeSpan.MaxValue)
    {
    }

    /// <summary>
    /// When a clock begins that no test sets; build.ps1 -Task Cultures puts it just before a change of the hour.
    /// </summary>
    public static DateTimeOffset Start { get; } = DateTimeOffset.Parse(
        Environment.GetEnvironmentVariable("MC_TEST_CLOCK") ?? "2026-01-02T03:04:05Z", CultureInfo.InvariantCulture);

    /// <summary>The waits that were jumped over, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>Called for each wait that is jumped over, before it ends.</summary>
    public Action<TimeSpan> OnWait { get; set; } = _ => { };

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now + _wallAhead;
        }
    }

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _now.Ticks - _start;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Completes as soon as so many timers with such a due time run at once.</summary>
    public Task TimersAsync(Func<TimeSpan, bool> isMeant, int count)
    {
        lock (_lock)
        {
            var signal = new TimerSignal(isMeant, count);
            if (signal.IsGivenBy(_timers))
            {
                return Task.CompletedTask;
            }

            _signals.Add(signal);
            return signal.Source.Task;
        }
    }

    /// <summary>Waits until somebody waits for this clock, and tells for how long.</summary>
    public Task<TimeSpan> NextTimerAsync() =>
        _started.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

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

    /// <summary>
    /// Moves the wall clock alone: somebody sets it, or the computer sleeps and its own clock stands still meanwhile.
    /// </summary>
    public void MoveWallClock(TimeSpan by)
    {
        lock (_lock)
        {
            _wallAhead += by;
        }
    }

    private void Schedule(VirtualTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            if (dueTime >= jump || timer.IsLimit)
            {
                timer.Due = _now + dueTime;
                timer.DueTime = dueTime;
                _timers.Add(timer);
                _started.Writer.TryWrite(dueTime);
                foreach (var signal in _signals.FindAll(signal => signal.IsGivenBy(_timers)))
                {
                    _signals.Remove(signal);
                    signal.Source.SetResult();
                }

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

    private sealed record TimerSignal(Func<TimeSpan, bool> IsMeant, int Count)
    {
        public TaskCompletionSource Source { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsGivenBy(List<VirtualTimer> timers) => timers.Count(timer => IsMeant(timer.DueTime)) >= Count;
    }

    private sealed class VirtualTimer(VirtualTime owner, TimerCallback callback, object? state) : ITimer
    {
        public bool IsLimit => state is CancellationTokenSource;

        public DateTimeOffset Due { get; set; }

        public TimeSpan DueTime { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            owner.Schedule(this, dueTime);
            return true;
        }

        public void Dispose()
        {
            lock (owner._lock)
            {
                owner._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
