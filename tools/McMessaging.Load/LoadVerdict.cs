using McMessaging.Chaos;

namespace McMessaging.Load;

/// <summary>Compares results with what the service took, message by message.</summary>
internal sealed class LoadVerdict(Sandbox sandbox)
{
    private readonly ILookup<(string Channel, string ContactKey), SandboxMessage> _taken = sandbox.GetMessages()
        .Where(message => message.Accepted)
        .ToLookup(message => (message.Channel, message.ContactKey));

    private readonly Dictionary<string, ChannelTally> _channels = [];

    public IReadOnlyDictionary<string, ChannelTally> Channels => _channels;

    public void Check(SentList list)
    {
        if (!_channels.TryGetValue(list.Channel, out var tally))
        {
            _channels.Add(list.Channel, tally = new ChannelTally());
        }

        var number = 0;
        foreach (var result in File.Exists(list.ResultsPath) ? ResultsFile.Read(list.ResultsPath) : [])
        {
            Check(result, list, number++, tally);
        }

        tally.Rows += list.Count;
        tally.Lost += Math.Max(0, list.Count - number);
    }

    private void Check(SentResult result, SentList list, int number, ChannelTally tally)
    {
        var messages = _taken[(list.Channel, list.ContactKey(number))].ToList();
        tally.Service += messages.Count;
        tally.Twice += Math.Max(0, messages.Count - 1);
        if (result.IsTaken)
        {
            tally.Accepted++;
            tally.Lost += messages.Count == 0 ? 1 : 0;
        }
        else if (result.Outcome == nameof(SendOutcome.Unknown))
        {
            tally.Unknown++;
            tally.UnknownTaken += messages.Count;
        }
        else
        {
            tally.NotTaken++;
        }

        if (IsMislabelled(result, list, number, messages))
        {
            tally.Mislabelled++;
        }
    }

    // A triggered send has no key that the client chooses.
    private static bool IsMislabelled(
        SentResult result, SentList list, int number, List<SandboxMessage> messages)
    {
        var isOfAnother = list.Channel != "triggered"
            && messages.Any(message => message.MessageKey != result.MessageKey);
        var deniesIt = !result.IsTaken && result.Outcome != nameof(SendOutcome.Unknown) && messages.Count > 0;
        return number >= list.Count || result.ContactKey != list.ContactKey(number) || isOfAnother || deniesIt;
    }
}

/// <summary>The counts of one channel.</summary>
internal sealed class ChannelTally
{
    /// <summary>Recipients that were given to a send.</summary>
    public int Rows { get; set; }

    /// <summary>Results that say Accepted or AlreadyAccepted.</summary>
    public int Accepted { get; set; }

    /// <summary>Results that say Rejected, Failed or Cancelled.</summary>
    public int NotTaken { get; set; }

    /// <summary>Results that say Unknown: a triggered send is not retried after an ambiguous failure.</summary>
    public int Unknown { get; set; }

    /// <summary>Of these, messages that the service took.</summary>
    public int UnknownTaken { get; set; }

    /// <summary>Messages that the service took, found by their contact keys.</summary>
    public int Service { get; set; }

    /// <summary>Rows without a result, and results that say Accepted of what the service never took.</summary>
    public int Lost { get; set; }

    /// <summary>Messages that the service took beyond the first of a row.</summary>
    public int Twice { get; set; }

    /// <summary>Results that deny what the service took, have another's key, or stand in the wrong place.</summary>
    public int Mislabelled { get; set; }

    /// <summary>Whether results and messages match, and the service's counter counts the same messages.</summary>
    public bool IsExact(long counter) =>
        Lost + Twice + Mislabelled == 0 && Service == counter && Accepted + UnknownTaken == counter;
}
