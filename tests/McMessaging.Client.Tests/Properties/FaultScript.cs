using System.Net;

namespace McMessaging.Client.Tests.Properties;

/// <summary>What goes wrong at a service, request by request; after that, nothing does.</summary>
internal sealed class FaultScript(Fault[] faults)
{
    private volatile bool _isOver;

    /// <summary>From here on nothing goes wrong.</summary>
    public void End() => _isOver = true;

    /// <summary>A service with these faults, which refuses some contacts.</summary>
    public KeyedService Service(Action<int>? onRequest = null) => new()
    {
        Refuses = (contactKey, _) => Scenario.IsRefused(contactKey),
        OnRequest = request => onRequest?.Invoke(request.Number),
        FaultBefore = request => Refuse(FaultOf(request)),
        FaultAfter = (request, response) => Spoil(FaultOf(request), response),
    };

    private Fault FaultOf(FakeRequest request) =>
        _isOver || request.Number > faults.Length ? Fault.None : faults[request.Number - 1];

    internal static HttpResponseMessage? Refuse(Fault fault) => fault switch
    {
        Fault.NeverSent => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
        Fault.DropBefore => throw new HttpRequestException("reset"),
        Fault.Http500Before => FakeResponse.Json(500, """{"message":"Internal","errorcode":0}"""),
        Fault.Http503Refused => WithRetryAfter(FakeResponse.Json(503, """{"errorcode":50300}""")),
        Fault.Http429 => FakeResponse.Json(429, """{"errorcode":50100,"retryAfter":2}"""),
        Fault.Blocked => FakeResponse.Json(429, """{"errorcode":50200}"""),
        Fault.HtmlBefore => FakeResponse.Json(502, "<html>bad gateway</html>"),
        Fault.Unauthorized => FakeResponse.Json(401, """{"errorcode":0,"message":"Not Authorized"}"""),
        Fault.Forbidden => FakeResponse.Json(403, """{"errorcode":20001,"message":"Forbidden"}"""),
        _ => null,
    };

    internal static HttpResponseMessage? Spoil(Fault fault, ModelResponse response) => fault switch
    {
        Fault.DropAfter => throw new HttpRequestException("reset"),
        Fault.Http500After => FakeResponse.Json(500, "{}"),
        Fault.Http503After => FakeResponse.Json(503, "{}"),
        Fault.HtmlAfter => FakeResponse.Json(200, "<html>hello</html>"),
        Fault.HalfResponse => new HttpResponseMessage(HttpStatusCode.Accepted)
        {
            Content = new StreamContent(new BrokenStream(response.Json())),
        },
        Fault.ShuffledResponse => FakeResponse.Json(202, response.Reversed().Json()),
        Fault.ShortResponse => FakeResponse.Json(202, response.WithoutLast().Json()),
        Fault.ResponseWithoutKeys => FakeResponse.Json(202, response.WithoutKeys().Json()),
        _ => null,
    };

    private static HttpResponseMessage WithRetryAfter(HttpResponseMessage response)
    {
        response.Headers.Add("Retry-After", "3");
        return response;
    }
}
