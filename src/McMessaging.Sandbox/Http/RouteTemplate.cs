namespace McMessaging.Sandboxing.Http;

/// <summary>A path such as <c>/messaging/v1/{channel}/messages</c>, whose placeholders take one segment each.</summary>
internal sealed class RouteTemplate(string template)
{
    private readonly string[] _parts = template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public bool Matches(IReadOnlyList<string> segments)
    {
        if (segments.Count != _parts.Length)
        {
            return false;
        }

        for (var i = 0; i < _parts.Length; i++)
        {
            if (!IsPlaceholder(_parts[i]) && !_parts[i].Equals(segments[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The values of the placeholders in a path that matches.</summary>
    public Dictionary<string, string> ReadValues(IReadOnlyList<string> segments)
    {
        var values = new Dictionary<string, string>();
        for (var i = 0; i < _parts.Length; i++)
        {
            if (IsPlaceholder(_parts[i]))
            {
                values[_parts[i].Trim('{', '}')] = segments[i];
            }
        }

        return values;
    }

    private static bool IsPlaceholder(string part) => part.StartsWith('{');
}
