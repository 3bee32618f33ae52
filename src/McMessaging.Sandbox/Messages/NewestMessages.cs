namespace McMessaging.Sandboxing.Messages;

/// <summary>The newest messages, found by their numbers, the accepted ones by their keys too. Its user locks.</summary>
internal sealed class NewestMessages(int capacity)
{
    private const int FirstSize = 1024;
    private const long MostBytes = 512L * 1024 * 1024;

    private readonly Dictionary<(long AccountId, string Key), SandboxMessage> _accepted = [];
    private SandboxMessage?[] _ring = new SandboxMessage?[Math.Min(FirstSize, capacity)];
    private long _first = 1;
    private long _last;
    private long _bytes;

    /// <summary>The number of the newest message; numbers begin at 1 and leave none out.</summary>
    public long Last => _last;

    /// <summary>The number of the oldest message that is kept.</summary>
    public long First => _first;

    public SandboxMessage? Find(long sequence) =>
        sequence >= First && sequence <= _last ? _ring[Index(sequence)] : null;

    /// <summary>The newest accepted message of a key; null when there is none or it is not kept any more.</summary>
    public SandboxMessage? FindAccepted(long accountId, string key) => _accepted.GetValueOrDefault((accountId, key));

    /// <summary>Adds a message, whose number is the next.</summary>
    public void Add(SandboxMessage message)
    {
        if (_last - _first + 1 == _ring.Length)
        {
            MakeRoom();
        }

        _last++;
        _ring[Index(_last)] = message;
        _bytes += SizeOf(message);
        if (message.Accepted)
        {
            _accepted[(message.AccountId, message.MessageKey)] = message;
        }

        while (_bytes > MostBytes && _first < _last)
        {
            ForgetOldest();
        }
    }

    public void Clear()
    {
        _ring = new SandboxMessage?[Math.Min(FirstSize, capacity)];
        _accepted.Clear();
        _first = 1;
        _last = 0;
        _bytes = 0;
    }

    private int Index(long sequence) => (int)((sequence - 1) % _ring.Length);

    private void MakeRoom()
    {
        if (_ring.Length == capacity)
        {
            ForgetOldest();
            return;
        }

        var larger = new SandboxMessage?[Math.Min(_ring.Length * 2, capacity)];
        for (var sequence = _first; sequence <= _last; sequence++)
        {
            larger[(sequence - 1) % larger.Length] = _ring[Index(sequence)];
        }

        _ring = larger;
    }

    private void ForgetOldest()
    {
        var message = _ring[Index(_first)]!;
        _ring[Index(_first)] = null;
        _first++;
        _bytes -= SizeOf(message);
        var key = (message.AccountId, message.MessageKey);
        if (_accepted.TryGetValue(key, out var newest) && ReferenceEquals(newest, message))
        {
            _accepted.Remove(key);
        }
    }

    // Nearly: what is shared between messages counts for each of them.
    private static long SizeOf(SandboxMessage message)
    {
        long characters = message.MessageKey.Length + message.ContactKey.Length + (message.To?.Length ?? 0);
        foreach ((var name, var value) in message.Attributes)
        {
            characters += name.Length + value.Length;
        }

        return (characters * sizeof(char)) + (message.Origin?.Recipient.Length ?? 0);
    }
}
