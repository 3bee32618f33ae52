using McMessaging.Sandboxing.Counting;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>
/// Sends the state to open pages as it changes, five times a second at most. A stream ends after a minute, for the page
/// to open the next: nothing else tells of a page that has gone.
/// </summary>
internal sealed class InboxEvents(InboxStateReader state, ChangeSignal changes, TimeProvider time)
{
    public const int MostStreams = 32;

    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private int _streams;

    public async Task WriteAsync(Stream stream, CancellationToken stopping)
    {
        try
        {
            if (Interlocked.Increment(ref _streams) > MostStreams)
            {
                await stream.WriteAsync("retry: 5000\n\n"u8.ToArray(), stopping).ConfigureAwait(false);
                return;
            }

            await FollowForLifetimeAsync(stream, stopping).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _streams);
        }
    }

    private async Task FollowForLifetimeAsync(Stream stream, CancellationToken stopping)
    {
        using var lifetime = new CancellationTokenSource(Lifetime, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(lifetime.Token, stopping);
        try
        {
            await FollowAsync(stream, end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // The stream has lived its minute.
        }
    }

    private async Task FollowAsync(Stream stream, CancellationToken end)
    {
        while (true)
        {
            var seen = changes.Version;
            byte[] message = [.. "retry: 500\ndata: "u8, .. InboxJson.Write(state.Read()), .. "\n\n"u8];

            // A write to a page that reads no more heeds no token.
            await stream.WriteAsync(message, end).AsTask().WaitAsync(end).ConfigureAwait(false);
            await stream.FlushAsync(end).ConfigureAwait(false);
            await Task.Delay(Pause, time, end).ConfigureAwait(false);
            await changes.WaitAsync(seen, end).ConfigureAwait(false);
        }
    }
}
