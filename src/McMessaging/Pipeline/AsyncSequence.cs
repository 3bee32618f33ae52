namespace McMessaging.Commands;

/// <summary>Picks from what comes from the service page by page.</summary>
internal static class AsyncSequence
{
    public static async IAsyncEnumerable<T> Where<T>(this IAsyncEnumerable<T> things, Func<T, bool> isWanted)
    {
        await foreach (var thing in things.ConfigureAwait(false))
        {
            if (isWanted(thing))
            {
                yield return thing;
            }
        }
    }
}
