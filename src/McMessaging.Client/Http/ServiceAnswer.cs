using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace McMessaging.Http;

/// <summary>A whole answer. Owns its body's memory.</summary>
internal sealed class ServiceAnswer(int status, RetryConditionHeaderValue? retryAfter, PooledBuffer body) : IDisposable
{
    private const int QuotedBodyLength = 200;

    public int Status => status;

    public bool IsSuccess => status is >= 200 and < 300;

    public RetryConditionHeaderValue? RetryAfter => retryAfter;

    public ReadOnlyMemory<byte> Body => body.Memory;

    /// <summary>The first 200 characters of a body that could not be read, on one line.</summary>
    public string Quote()
    {
        string text = Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, 4 * QuotedBodyLength)]);
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length switch
        {
            0 => "(an empty body)",
            > QuotedBodyLength => text[..QuotedBodyLength] + "…",
            _ => text,
        };
    }

    public void Dispose() => body.Dispose();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"HTTP {status}");
}
