using System.Net;

namespace McMessaging.Client.Tests.Support;

/// <summary>A request as it came; the first has the number 1.</summary>
internal sealed record FakeRequest(int Number, string Method, string Path, string Body);

/// <summary>The service behind an <see cref="HttpMessageHandler"/>: tokens, and a test's answer by request.</summary>
internal sealed class FakeRoutes(Func<FakeRequest, HttpResponseMessage> response) : HttpMessageHandler
{
    private readonly object _lock = new();
    private int _tokens;

    public List<FakeRequest> Requests { get; } = [];

    public IEnumerable<string> Paths => Requests.Select(request => request.Path);

    public Func<int, HttpResponseMessage> ResponseToken { get; set; } = Token;

    /// <summary>The same JSON for every request.</summary>
    public static FakeRoutes Always(string json, int status = 200) => new(_ => FakeService.Json(status, json));

    /// <summary>The service's error object; with <c>Retry-After: 5</c> where there is a rate limit.</summary>
    public static HttpResponseMessage Error(int status, int code, string message)
    {
        var response = FakeService.Json(
            status, $$"""{"message":"{{message}}","errorcode":{{code}},"documentation":"https://example.com/docs"}""");
        if (status == 429)
        {
            response.Headers.Add("Retry-After", "5");
        }

        return response;
    }

    public static HttpResponseMessage Text(int status, string text) =>
        new((HttpStatusCode)status) { Content = new StringContent(text) };

    public Task<Connection> ConnectAsync(TimeProvider? time = null) =>
        Sends.ConnectAsync(this, time ?? new VirtualTime());

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == "/v2/token")
        {
            return ResponseToken(Interlocked.Increment(ref _tokens));
        }

        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        FakeRequest asked;
        lock (_lock)
        {
            asked = new FakeRequest(Requests.Count + 1, request.Method.Method, request.RequestUri.PathAndQuery, body);
            Requests.Add(asked);
        }

        return response(asked);
    }

    private static HttpResponseMessage Token(int number) => FakeService.Json(200, $$"""
        {
          "access_token": "token-{{number}}", "token_type": "Bearer", "expires_in": 1080,
          "scope": "email_read sms_read", "rest_instance_url": "https://mctest.rest.marketingcloudapis.com/"
        }
        """);
}
