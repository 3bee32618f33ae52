namespace McMessaging.Sandboxing.Messages;

/// <summary>A send that met a fault before it was processed.</summary>
internal sealed record LostSend(DateTimeOffset ReceivedAt, string Channel, string Fault, int? HttpStatus);

/// <summary>
/// The newest sends that met a fault before they were processed, and whose messages they carried: the attempts before
/// the one that a message came with.
/// </summary>
internal sealed class LostSends
{
    private const int Capacity = 2000;

    private readonly object _lock = new();
    private readonly Queue<(LostSend Send, ulong[] Keys)> _sends = new();

    public void Add(LostSend send, long accountId, IEnumerable<string> messageKeys)
    {
        var keys = messageKeys.Select(key => AcceptedKeys.HashOf(accountId, key)).Order().ToArray();
        lock (_lock)
        {
            _sends.Enqueue((send, keys));
            if (_sends.Count > Capacity)
            {
                _sends.Dequeue();
            }
        }
    }

    /// <summary>The lost attempts to send a message, in order of arrival.</summary>
    public IReadOnlyList<LostSend> Of(long accountId, string messageKey)
    {
        var key = AcceptedKeys.HashOf(accountId, messageKey);
        lock (_lock)
        {
            return _sends.Where(lost => Array.BinarySearch(lost.Keys, key) >= 0).Select(lost => lost.Send).ToArray();
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _sends.Clear();
        }
    }
}
