namespace McMessaging.Sandboxing.Http;

/// <summary>A path such as <c>/messaging/v1/{channel}/messages</c>, whose placeholders take one segment each.</summary>
internal sealed class RouteTemplate(string template)
{
    private readonly string[] _parts = template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public bool TryMatch(IReadOnlyList<string> segments, out Dictionary<string, string> values)
    {
        values = [];
        if (segments.Count != _parts.Length)
            return false;

        for (int i = 0; i < _parts.Length; i++)
        {
            if (_parts[i].StartsWith('{'))
                values[_parts[i].Trim('{', '}')] = segments[i];
            else if (!_parts[i].Equals(segments[i], StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
