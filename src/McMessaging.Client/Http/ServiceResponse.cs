using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using McMessaging.Serialization;

namespace McMessaging.Http;

/// <summary>A whole response. Owns its body's memory.</summary>
internal sealed class ServiceResponse(
    int status, RetryConditionHeaderValue? retryAfter, DateTimeOffset? date, PooledBuffer body) : IDisposable
{
    private const int LongestPage = 16 * 1024;

    public int Status => status;

    public bool IsSuccess => status is >= 200 and < 300;

    public RetryConditionHeaderValue? RetryAfter => retryAfter;

    /// <summary>The time at which the service responded, by its own clock.</summary>
    public DateTimeOffset? Date => date;

    /// <summary>The body; some gateways begin one with a byte order mark, which is no JSON.</summary>
    public ReadOnlyMemory<byte> Body => body.Span.StartsWith(Encoding.UTF8.Preamble)
        ? body.Memory[Encoding.UTF8.Preamble.Length..]
        : body.Memory;

    /// <summary>The beginning of a body that could not be read, as it came.</summary>
    public string Text() => body.Length == 0
        ? "(an empty body)"
        : Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, LongestPage)]);

    public void Dispose() => body.Dispose();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"HTTP {status}");
}

internal interface IHasRequestId
{
    /// <summary>The service's id of the request, if the response names it.</summary>
    string? RequestId { get; }

    /// <summary>The words with which the service refused the whole request, if it did.</summary>
    string? Refusal => null;
}
