using System.Globalization;
using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Words a send's progress.</summary>
internal static class ProgressText
{
    public static ProgressRecord RecordOf(int activityId, string activity, SendProgress state)
    {
        var record = new ProgressRecord(activityId, activity, StatusOf(state));
        if (state.Total is > 0 and var total)
        {
            record.PercentComplete = PercentOf(state.Done, total);
            record.SecondsRemaining = SecondsRemaining(state, total);
        }

        return record;
    }

    public static string StatusOf(SendProgress state)
    {
        var end = state.Total is { } total ? $" of {Number(total)}" : "";
        return $"{Number(state.Done)}{end} done, {state}";
    }

    public static int PercentOf(long done, long total) => (int)Math.Min(100, done * 100 / total);

    // -1 is PowerShell's word for "not known".
    public static int SecondsRemaining(SendProgress state, long total) =>
        state.PerSecond > 0
            ? (int)Math.Clamp((total - state.Done) / state.PerSecond, 0, int.MaxValue)
            : -1;

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
