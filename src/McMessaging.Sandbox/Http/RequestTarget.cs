using System.Net;
using System.Text;
using System.Text.Unicode;

namespace McMessaging.Sandboxing.Http;

/// <summary>Path and query of a request, split before they are unescaped: a key may hold any character.</summary>
internal sealed class RequestTarget
{
    private readonly byte[] _escaped;

    private RequestTarget(
        string originForm, string path, string[] segments, IReadOnlyDictionary<string, string> query)
    {
        _escaped = Encoding.UTF8.GetBytes(originForm);
        Path = path;
        Segments = segments;
        Query = query;
    }

    /// <summary>The path as it was sent.</summary>
    public string Path { get; }

    /// <summary>Whether what is escaped stands for text.</summary>
    public bool IsUnicode => Utf8.IsValid(WebUtility.UrlDecodeToBytes(_escaped, 0, _escaped.Length));

    public IReadOnlyList<string> Segments { get; }

    public IReadOnlyDictionary<string, string> Query { get; }

    public static RequestTarget Parse(string rawUrl)
    {
        var originForm = rawUrl.StartsWith('/') ? rawUrl : AfterAuthority(rawUrl);
        var mark = originForm.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? originForm : originForm[..mark];
        var query = mark < 0 ? "" : originForm[(mark + 1)..];
        return new RequestTarget(originForm, path, SplitPath(path), SplitQuery(query));
    }

    private static string AfterAuthority(string absoluteUrl) =>
        Uri.TryCreate(absoluteUrl, UriKind.Absolute, out var uri) ? uri.PathAndQuery : "/";

    private static string[] SplitPath(string path)
    {
        var trimmed = path.TrimStart('/');
        if (trimmed.EndsWith('/'))
        {
            trimmed = trimmed[..^1];
        }

        return trimmed.Length == 0 ? [] : Array.ConvertAll(trimmed.Split('/'), Uri.UnescapeDataString);
    }

    private static Dictionary<string, string> SplitQuery(string query)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var nameAndValue = pair.Split('=', 2);
            var value = nameAndValue.Length == 2 ? WebUtility.UrlDecode(nameAndValue[1]) : "";
            values[WebUtility.UrlDecode(nameAndValue[0])] = value;
        }

        return values;
    }
}
