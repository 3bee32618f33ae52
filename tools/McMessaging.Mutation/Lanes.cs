using System.Collections.Concurrent;

namespace McMessaging.Mutation;

/// <summary>Does work in several lanes side by side, in its order.</summary>
internal static class Lanes
{
    public static async Task ForEachAsync<T>(
        IEnumerable<T> work, int count, string program, Func<Lane, T, Task> doAsync)
    {
        var queue = new ConcurrentQueue<T>(work);
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(async () =>
        {
            using var lane = new Lane(program);
            while (queue.TryDequeue(out var one))
            {
                await doAsync(lane, one);
            }
        })));
    }
}
