using System.Diagnostics;
using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Shows how far a cmdlet has come: one activity, at most one record every 200 ms.</summary>
/// <param name="cmdlet">The cmdlet; its name is the activity.</param>
/// <param name="pump">The way to the pipeline thread.</param>
/// <param name="recordOf">Words a state, given the activity's id and name.</param>
internal sealed class ProgressReporter<TState>(
    PSCmdlet cmdlet, PipelinePump pump, Func<int, string, TState, ProgressRecord> recordOf)
{
    private const int ActivityId = 1091;
    private static readonly long Interval = Stopwatch.Frequency / 5;
    private readonly string _activity = cmdlet.MyInvocation.MyCommand.Name;
    private long _nextReport;
    private bool _shown;

    /// <summary>Takes the state from any thread.</summary>
    public void Report(TState state)
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
                new ProgressRecord(ActivityId, _activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private void Show(TState state)
    {
        _shown = true;
        cmdlet.WriteProgress(recordOf(ActivityId, _activity, state));
    }
}
