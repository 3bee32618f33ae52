using System.Net;
using System.Text.Json;
using McMessaging.Client.Tests.Support;
using McMessaging.Requests;

namespace McMessaging.Client.Tests.Properties;

/// <summary>The service as far as sending goes: each message key once, some contacts never, and faults in turn.</summary>
internal sealed class ModelService(Fault[] faults, Action<int>? onRequest = null) : HttpMessageHandler
{
    private readonly object _lock = new();
    private readonly List<(string ContactKey, string? MessageKey)> _accepted = [];
    private readonly HashSet<string> _keys = [];
    private int _requests;
    private int _tokens;

    public IReadOnlyList<(string ContactKey, string? MessageKey)> Accepted
    {
        get
        {
            lock (_lock)
            {
                return [.. _accepted];
            }
        }
    }

    /// <summary>From here on nothing goes wrong.</summary>
    public void Heal() => Interlocked.Exchange(ref _requests, faults.Length);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == "/v2/token")
        {
            return new FakeService().Token(Interlocked.Increment(ref _tokens));
        }

        var number = Interlocked.Increment(ref _requests);
        var fault = number <= faults.Length ? faults[number - 1] : Fault.None;
        if (fault == Fault.NeverSent)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
        }

        var body = await request.Content!.ReadAsStringAsync(CancellationToken.None);
        onRequest?.Invoke(number);
        using var document = JsonDocument.Parse(body);
        return Refuse(fault) ?? Spoil(fault, ModelResponse.Of(document.RootElement, request.RequestUri, Take));
    }

    private static HttpResponseMessage? Refuse(Fault fault) => fault switch
    {
        Fault.DropBefore => throw new HttpRequestException("reset"),
        Fault.Http500Before => FakeService.Json(500, """{"message":"Internal","errorcode":0}"""),
        Fault.Http503Refused => WithRetryAfter(FakeService.Json(503, """{"errorcode":50300}""")),
        Fault.Http429 => FakeService.Json(429, """{"errorcode":50100,"retryAfter":2}"""),
        Fault.Blocked => FakeService.Json(429, """{"errorcode":50200}"""),
        Fault.HtmlBefore => FakeService.Json(502, "<html>bad gateway</html>"),
        Fault.Unauthorized => FakeService.Json(401, """{"errorcode":0,"message":"Not Authorized"}"""),
        Fault.Forbidden => FakeService.Json(403, """{"errorcode":20001,"message":"Forbidden"}"""),
        _ => null,
    };

    private static HttpResponseMessage Spoil(Fault fault, ModelResponse response) => fault switch
    {
        Fault.DropAfter => throw new HttpRequestException("reset"),
        Fault.Http500After => FakeService.Json(500, "{}"),
        Fault.Http503After => FakeService.Json(503, "{}"),
        Fault.HtmlAfter => FakeService.Json(200, "<html>hello</html>"),
        Fault.HalfResponse => new HttpResponseMessage(HttpStatusCode.Accepted) { Content = new StreamContent(new BrokenStream(response.Json())) },
        Fault.ShuffledResponse => FakeService.Json(202, response.Reversed().Json()),
        Fault.ShortResponse => FakeService.Json(202, response.WithoutLast().Json()),
        Fault.ResponseWithoutKeys => FakeService.Json(202, response.WithoutKeys().Json()),
        _ => FakeService.Json(202, response.Json()),
    };

    private int Take(string contactKey, string? messageKey)
    {
        lock (_lock)
        {
            if (messageKey is not null && _keys.Contains(messageKey))
            {
                return 109110;
            }

            if (Scenario.IsRefused(contactKey))
            {
                return 109121;
            }

            if (messageKey is not null)
            {
                _keys.Add(messageKey);
            }

            _accepted.Add((contactKey, messageKey));
            return 0;
        }
    }

    private static HttpResponseMessage WithRetryAfter(HttpResponseMessage response)
    {
        response.Headers.Add("Retry-After", "3");
        return response;
    }
}
