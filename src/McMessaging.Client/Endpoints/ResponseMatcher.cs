using System.Runtime.CompilerServices;

namespace McMessaging.Endpoints;

/// <summary>
/// Finds each recipient's item in a response: by key, and by position only where that is certain. What fits nowhere is
/// dropped, and a recipient without an item stays unknown: no recipient ever gets another's outcome.
/// </summary>
internal static class ResponseMatcher
{
    public static IReadOnlyList<ResponseItem> Match(List<ResponseItem> items, IReadOnlyList<string> sentKeys) =>
        AreInOrder(items, sentKeys) ? items : MatchByKey(items, sentKeys);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool AreInOrder(List<ResponseItem> items, IReadOnlyList<string> sentKeys)
    {
        if (items.Count != sentKeys.Count)
        {
            return false;
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Key is { } key && !string.Equals(key, sentKeys[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static ResponseItem[] MatchByKey(List<ResponseItem> items, IReadOnlyList<string> sentKeys)
    {
        var byKey = new Dictionary<string, ResponseItem>(items.Count, StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item.Key is null)
            {
                continue;
            }

            var contradicts = byKey.TryGetValue(item.Key, out var other) && other != item;
            byKey[item.Key] = contradicts ? default : item;
        }

        return sentKeys.Select(key => byKey.GetValueOrDefault(key)).ToArray();
    }
}
