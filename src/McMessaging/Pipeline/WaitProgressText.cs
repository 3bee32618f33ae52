using System.Globalization;
using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Words the progress of a wait for messages.</summary>
internal static class WaitProgressText
{
    public static ProgressRecord RecordOf(int activityId, string activity, MessageWaitProgress state) =>
        new(activityId, activity, StatusOf(state))
        {
            PercentComplete = (int)((state.Total - state.Waiting) * 100L / state.Total),
        };

    public static string StatusOf(MessageWaitProgress state)
    {
        var left = Math.Max(0, (state.Timeout - state.Elapsed).TotalSeconds);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{state.Total - state.Waiting:N0} of {state.Total:N0} final: {state.Sent:N0} sent, "
                + $"{state.NotSent:N0} not sent, {state.Failed:N0} failed; {left:N0} s left");
    }
}
