namespace McMessaging.Commands;

/// <summary>Shortens what comes from the service page by page, without asking for more than is wanted.</summary>
internal static class AsyncSequence
{
    public static async IAsyncEnumerable<T> Take<T>(this IAsyncEnumerable<T> things, int count)
    {
        await foreach (var thing in things.ConfigureAwait(false))
        {
            yield return thing;
            if (--count == 0)
            {
                yield break;
            }
        }
    }

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
