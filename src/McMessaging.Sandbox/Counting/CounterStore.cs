using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Counting;

/// <summary>Counts what the sandbox is asked and does.</summary>
internal sealed class CounterStore(ChangeSignal? changes = null)
{
    private readonly object _lock = new();
    private readonly Dictionary<string, long> _faults = [];
    private SandboxCounters _counters = new();

    public void CountTokenRequest() => Change(now => now with { TokenRequests = now.TokenRequests + 1 });

    public void CountTokenIssued() => Change(now => now with { TokensIssued = now.TokensIssued + 1 });

    public void CountRequest() => Change(now => now with { Requests = now.Requests + 1 });

    public void CountFault(string name, int times = 1)
    {
        if (times == 0)
        {
            return;
        }

        lock (_lock)
        {
            _faults[name] = _faults.GetValueOrDefault(name) + times;
            _counters = _counters with { FaultsInjected = _counters.FaultsInjected + times };
        }

        changes?.Raise();
    }

    /// <summary>Counts messages of one request, all of one channel.</summary>
    public void CountMessages(string channel, IReadOnlyList<SandboxMessage> messages)
    {
        var accepted = messages.Count(message => message.Accepted);
        var duplicates = messages.Count(message => message.ErrorCode == MessageRefusals.DuplicateMessageKeyCode);
        Change(now => AddAccepted(now, channel, accepted) with
        {
            Rejected = now.Rejected + messages.Count - accepted,
            DuplicateKeys = now.DuplicateKeys + duplicates,
        });
    }

    public SandboxCounters Snapshot()
    {
        lock (_lock)
        {
            return _counters with { Faults = new Dictionary<string, long>(_faults) };
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            _faults.Clear();
            _counters = new SandboxCounters();
        }

        changes?.Raise();
    }

    private static SandboxCounters AddAccepted(SandboxCounters now, string channel, int accepted) => channel switch
    {
        ChannelNames.Email => now with { EmailAccepted = now.EmailAccepted + accepted },
        ChannelNames.Sms => now with { SmsAccepted = now.SmsAccepted + accepted },
        _ => now with { TriggeredAccepted = now.TriggeredAccepted + accepted },
    };

    private void Change(Func<SandboxCounters, SandboxCounters> change)
    {
        lock (_lock)
        {
            _counters = change(_counters);
        }

        changes?.Raise();
    }
}
