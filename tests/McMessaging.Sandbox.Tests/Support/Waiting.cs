namespace McMessaging.Sandboxing.Tests.Support;

/// <summary>Waits for what another thread does and signals to nobody.</summary>
internal static class Waiting
{
    public static async Task ForAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), patience.Token);
        }
    }
}
