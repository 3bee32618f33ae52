namespace McMessaging.Status;

/// <summary>The counts of a wait, told after every change.</summary>
internal sealed class WaitCounters(int total, WaitClock clock, Action<MessageWaitProgress> progress)
{
    private int _sent;
    private int _notSent;
    private int _failed;

    public MessageWaitResult Count(MessageWaitResult result)
    {
        if (result.Error is not null)
        {
            _failed++;
        }
        else if (result.Status.State == MessageState.Sent)
        {
            _sent++;
        }
        else
        {
            _notSent++;
        }

        return result;
    }

    public void Report() => progress(
        new MessageWaitProgress(total, _sent, _notSent, _failed, clock.Elapsed, clock.Timeout));
}
