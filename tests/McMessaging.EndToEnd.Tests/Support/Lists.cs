namespace McMessaging.EndToEnd.Tests.Support;

internal static class Lists
{
    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> things)
    {
        var list = new List<T>();
        await foreach (var thing in things)
        {
            list.Add(thing);
        }

        return list;
    }
}
