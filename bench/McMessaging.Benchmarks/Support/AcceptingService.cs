using System.Net;
using System.Text.Json;

namespace McMessaging.Benchmarks.Support;

/// <summary>
/// The service behind an <see cref="HttpMessageHandler"/>. It keeps its responses, so that a run with the same keys
/// costs no work of its own.
/// </summary>
internal sealed class AcceptingService : HttpMessageHandler
{
    private const int LargestBody = 4_000_000;
    private readonly byte[] _body = new byte[LargestBody];
    private readonly Dictionary<int, byte[]> _responses = [];

    public static byte[] Response(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            requestId = "ccdb94bf-fcac-4fef-b194-08f534a2079a",
            errorcode = 0,
            responses = document.RootElement.GetProperty("recipients").EnumerateArray()
                .Select(recipient => new { messageKey = recipient.GetProperty("messageKey").GetString() }),
        });
    }

    /// <summary>Responds at once: nothing is awaited that could change threads, so one buffer does for all.</summary>
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_body)
        {
            using var body = new MemoryStream(_body);
            request.Content!.CopyToAsync(body, cancellationToken).GetAwaiter().GetResult();
            var content = new ByteArrayContent(ResponseTo(_body.AsMemory(0, (int)body.Position)));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Accepted) { Content = content });
        }
    }

    private byte[] ResponseTo(ReadOnlyMemory<byte> body)
    {
        var head = default(HashCode);
        head.AddBytes(body.Span[..Math.Min(body.Length, 256)]);
        var request = head.ToHashCode();
        if (!_responses.TryGetValue(request, out var response))
        {
            _responses[request] = response = Response(body);
        }

        return response;
    }
}
