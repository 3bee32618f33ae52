namespace McMessaging.Sandboxing.Messages;

/// <summary>The newest messages, found by their numbers, the accepted ones by their keys too. Its user locks.</summary>
internal sealed class NewestMessages(int capacity)
{
    private const int FirstSize = 1024;

    private readonly Dictionary<(long AccountId, string Key), SandboxMessage> _accepted = [];
    private SandboxMessage[] _ring = new SandboxMessage[Math.Min(FirstSize, capacity)];
    private long _last;

    /// <summary>The number of the newest message; numbers begin at 1 and leave none out.</summary>
    public long Last => _last;

    /// <summary>The number of the oldest message that is kept.</summary>
    public long First => Math.Max(1, _last - _ring.Length + 1);

    public SandboxMessage? Find(long sequence) =>
        sequence >= First && sequence <= _last ? _ring[Index(sequence)] : null;

    /// <summary>The newest accepted message of a key; null when there is none or it is not kept any more.</summary>
    public SandboxMessage? FindAccepted(long accountId, string key) => _accepted.GetValueOrDefault((accountId, key));

    /// <summary>Adds a message, whose number is the next.</summary>
    public void Add(SandboxMessage message)
    {
        if (_last == _ring.Length && _ring.Length < capacity)
        {
            Array.Resize(ref _ring, Math.Min(_ring.Length * 2, capacity));
        }

        _last++;
        var index = Index(_last);
        Forget(_ring[index]);
        _ring[index] = message;
        if (message.Accepted)
        {
            _accepted[(message.AccountId, message.MessageKey)] = message;
        }
    }

    public void Clear()
    {
        _ring = new SandboxMessage[Math.Min(FirstSize, capacity)];
        _accepted.Clear();
        _last = 0;
    }

    private int Index(long sequence) => (int)((sequence - 1) % _ring.Length);

    private void Forget(SandboxMessage? message)
    {
        if (message is null)
        {
            return;
        }

        var key = (message.AccountId, message.MessageKey);
        if (_accepted.TryGetValue(key, out var newest) && ReferenceEquals(newest, message))
        {
            _accepted.Remove(key);
        }
    }
}
