namespace McMessaging.Sandboxing.Server;

/// <summary>Takes so many requests in any one second.</summary>
internal sealed class RequestRateLimiter(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly object _lock = new();
    private readonly Queue<long> _taken = new();

    /// <summary>Whether one more request is within the limit; 0 is no limit.</summary>
    public bool TryTake(int requestsPerSecond)
    {
        if (requestsPerSecond == 0)
        {
            return true;
        }

        lock (_lock)
        {
            var now = time.GetTimestamp();
            while (_taken.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= Window)
            {
                _taken.Dequeue();
            }

            if (_taken.Count >= requestsPerSecond)
            {
                return false;
            }

            _taken.Enqueue(now);
            return true;
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            _taken.Clear();
        }
    }
}
