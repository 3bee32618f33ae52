using System.Collections.Specialized;
using System.Text;

namespace McMessaging.Sandboxing.Http;

/// <summary>The request line and the headers of a request.</summary>
internal sealed record RequestHead(string Method, string Target, bool IsHttp11, NameValueCollection Headers)
{
    /// <summary>Whether the body comes in chunks, each with its length.</summary>
    public bool IsChunked => Headers["Transfer-Encoding"] is not null;

    /// <summary>The length that the body is announced with; 0 when it is not.</summary>
    public long ContentLength { get; private init; }

    public bool HasBody => IsChunked || ContentLength > 0;

    /// <summary>Whether the client waits for leave to send the body.</summary>
    public bool ExpectsContinue =>
        IsHttp11 && string.Equals(Headers["Expect"], "100-continue", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the client may send another request on the connection.</summary>
    public bool KeepsConnection => IsHttp11
        ? !HasConnectionOption("close")
        : HasConnectionOption("keep-alive");

    /// <summary>Reads a head up to its empty line; null when it is none.</summary>
    public static RequestHead? TryParse(ReadOnlySpan<byte> bytes)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split("\r\n");
        if (lines[0].Split(' ') is not [{ Length: > 0 } method, { Length: > 0 } target, "HTTP/1.1" or "HTTP/1.0"]
            || !Ascii.IsValid(target)
            || TryReadHeaders(lines.AsSpan(1)) is not { } headers
            || TryReadLength(headers) is not { } length)
        {
            return null;
        }

        return new RequestHead(method, target, lines[0].EndsWith("1.1", StringComparison.Ordinal), headers)
        {
            ContentLength = length,
        };
    }

    private static NameValueCollection? TryReadHeaders(ReadOnlySpan<string> lines)
    {
        var headers = new NameValueCollection(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                continue;
            }

            var end = line.IndexOf(':', StringComparison.Ordinal);
            if (end < 1 || line.AsSpan(0, end).ContainsAny(' ', '\t'))
            {
                return null;
            }

            headers.Add(line[..end], line[(end + 1)..].Trim());
        }

        return headers;
    }

    // Two lengths, or a length of a body in chunks, would leave open where the next request begins.
    private static long? TryReadLength(NameValueCollection headers)
    {
        if (headers["Transfer-Encoding"] is { } encoding)
        {
            var isChunked = encoding.Equals("chunked", StringComparison.OrdinalIgnoreCase);
            return isChunked && headers["Content-Length"] is null ? 0 : null;
        }

        return headers["Content-Length"] is not { } length ? 0
            : length.All(char.IsAsciiDigit) && long.TryParse(length, out var number) ? number
            : null;
    }

    private bool HasConnectionOption(string option) =>
        (Headers["Connection"] ?? "").Split(',', StringSplitOptions.TrimEntries)
        .Contains(option, StringComparer.OrdinalIgnoreCase);
}
