using System.Diagnostics;
using System.Management.Automation;
using McMessaging.Hosting;

namespace McMessaging.Commands;

/// <summary>Shows how far a send has come: one activity, at most one record every 200 ms.</summary>
internal sealed class ProgressReporter(Cmdlet cmdlet, PipelinePump pump, string activity)
{
    private const int ActivityId = 1091;
    private static readonly long Interval = Stopwatch.Frequency / 5;
    private long _nextReport;
    private bool _shown;

    /// <summary>Takes the state from any thread.</summary>
    public void Report(SendProgress state)
    {
        var now = Stopwatch.GetTimestamp();
        var due = Volatile.Read(ref _nextReport);
        if (now >= due && Interlocked.CompareExchange(ref _nextReport, now + Interval, due) == due)
        {
            pump.Post(() => Show(state));
        }
    }

    /// <summary>Takes the activity off the screen, on the pipeline thread.</summary>
    public void Complete()
    {
        if (_shown)
        {
            _shown = false;
            cmdlet.WriteProgress(
                new ProgressRecord(ActivityId, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private void Show(SendProgress state)
    {
        _shown = true;
        cmdlet.WriteProgress(ProgressText.RecordOf(ActivityId, activity, state));
    }
}
