using System.Diagnostics.CodeAnalysis;

namespace McMessaging.Retrying;

/// <summary>The requests that wait, first come, first served within a priority.</summary>
internal sealed class RequestQueue
{
    private readonly PriorityQueue<RequestWaiter, (RequestPriority Priority, long Number)> _waiters = new();
    private long _lastNumber;

    public void Enqueue(RequestWaiter waiter) => _waiters.Enqueue(waiter, (waiter.Priority, ++_lastNumber));

    public bool TryPeek([NotNullWhen(true)] out RequestWaiter? waiter) => _waiters.TryPeek(out waiter, out _);

    public void Dequeue() => _waiters.Dequeue();

    /// <summary>Ends the wait of those who have no time for a pause.</summary>
    public void EndWithoutTimeFor(TimeSpan pause)
    {
        foreach (var (waiter, _) in _waiters.UnorderedItems)
        {
            if (!waiter.Budget.Allows(pause))
            {
                waiter.Turn.TrySetResult(false);
            }
        }
    }

    /// <summary>Takes a wait out of everybody's time.</summary>
    public void Exclude(TimeSpan wait)
    {
        foreach (var (waiter, _) in _waiters.UnorderedItems)
        {
            waiter.Budget.Exclude(wait);
        }
    }
}
