using System.Diagnostics;
using ThreadState = System.Diagnostics.ThreadState;

namespace McMessaging.Mutation;

/// <summary>
/// Notices a test that does not end: it uses up far more of the processor than usual, or nothing in the process has
/// had anything to do for seconds. A computer with other work slows neither, so that it makes no fault look noticed.
/// </summary>
internal sealed class Watchdog
{
    private const double Patience = 10;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly double _graceSeconds;
    private readonly Action<bool> _onHang;
    private bool _isWatching;
    private TestCost _usual;
    private double _processorSeconds;
    private int _idleTimes;

    /// <param name="grace">What a test may take beyond a multiple of what is usual.</param>
    /// <param name="onHang">
    /// What is done if it takes more, once for a test; true if all its threads wait, false if one is busy.
    /// </param>
    public Watchdog(TimeSpan grace, Action<bool> onHang)
    {
        _graceSeconds = grace.TotalSeconds;
        _onHang = onHang;
        new Thread(Watch) { IsBackground = true, Name = nameof(Watchdog) }.Start();
    }

    /// <summary>What the test that is being run has taken so far.</summary>
    public TestCost Cost
    {
        get
        {
            lock (_gate)
            {
                return CostNow();
            }
        }
    }

    public void Begin(TestCost usual)
    {
        lock (_gate)
        {
            _usual = usual;
            _processorSeconds = ProcessorSeconds();
            _idleTimes = 0;
            _isWatching = true;
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _isWatching = false;
        }
    }

    private void Watch()
    {
        while (true)
        {
            Thread.Sleep(Interval);
            lock (_gate)
            {
                if (_isWatching)
                {
                    Look();
                }
            }
        }
    }

    private void Look()
    {
        if (IsIdle())
        {
            _idleTimes++;
        }

        var cost = CostNow();
        var waits = cost.IdleSeconds > _graceSeconds + Patience * _usual.IdleSeconds;
        if (waits || cost.ProcessorSeconds > _graceSeconds + Patience * _usual.ProcessorSeconds)
        {
            _isWatching = false;
            _onHang(waits);
        }
    }

    private TestCost CostNow() =>
        new(ProcessorSeconds() - _processorSeconds, _idleTimes * Interval.TotalSeconds);

    private static double ProcessorSeconds() => Environment.CpuUsage.TotalTime.TotalSeconds;

    // A thread that waits for its turn on a busy processor counts as running. This one runs just now.
    private static bool IsIdle()
    {
        using var process = Process.GetCurrentProcess();
        var running = 0;
        foreach (ProcessThread thread in process.Threads)
        {
            using (thread)
            {
                if (thread.ThreadState is ThreadState.Running or ThreadState.Ready)
                {
                    running++;
                }
            }
        }

        return running <= 1;
    }
}
