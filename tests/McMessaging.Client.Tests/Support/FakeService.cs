using System.Net;
using System.Text;
using System.Text.Json;

namespace McMessaging.Client.Tests.Support;

/// <summary>
/// The service behind an <see cref="HttpMessageHandler"/>: tokens, and an answer of the test's choice for each request.
/// </summary>
internal sealed class FakeService : HttpMessageHandler
{
    private readonly object _lock = new();
    private int _tokens;

    public const string AuthBase = "https://mctest.auth.marketingcloudapis.com/";

    public List<string> Bodies { get; } = [];

    public List<string> Paths { get; } = [];

    public List<string?> Bearers { get; } = [];

    public int TokenRequests => Volatile.Read(ref _tokens);

    public int ExpiresIn { get; set; } = 1080;

    /// <summary>Answers a token request by its number; <c>null</c> from here gives a good token.</summary>
    public Func<int, Task<HttpResponseMessage?>> ResponseToken { get; set; } =
        _ => Task.FromResult<HttpResponseMessage?>(null);

    public List<string> TokenBodies { get; } = [];

    public string RestBase { get; set; } = "https://mctest.rest.marketingcloudapis.com/";

    /// <summary>Answers a request: its number (1 is the first), its body and the stop signal.</summary>
    public Func<int, string, CancellationToken, Task<HttpResponseMessage>> Response { get; set; } =
        (_, body, _) => Task.FromResult(Accepted(body));

    public static HttpResponseMessage Json(int status, string json)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        return response;
    }

    /// <summary>These answers to token requests, in turn; <c>null</c> and what follows are good tokens.</summary>
    public static Func<int, Task<HttpResponseMessage?>> TokensInTurn(params Func<HttpResponseMessage>?[] responses) =>
        number => Task.FromResult(number <= responses.Length ? responses[number - 1]?.Invoke() : null);

    /// <summary>The same answer to every request.</summary>
    public static Func<int, string, CancellationToken, Task<HttpResponseMessage>> Always(int status, string json) =>
        (_, _, _) => Task.FromResult(Json(status, json));

    /// <summary>These answers, one a request, and success after them.</summary>
    public static Func<int, string, CancellationToken, Task<HttpResponseMessage>> InTurn(
        params Func<string, HttpResponseMessage>[] responses) =>
        (number, body, _) => Task.FromResult(number <= responses.Length ? responses[number - 1](body) : Accepted(body));

    /// <summary>Success for every recipient of a send of any kind.</summary>
    public static HttpResponseMessage Accepted(string body) => Json(202, AcceptedJson(body));

    public static string AcceptedJson(string body) => body.Contains("\"recipients\"", StringComparison.Ordinal)
        ? JsonSerializer.Serialize(new
        {
            requestId = "r-1",
            errorcode = 0,
            responses = KeysOf(body).Select(key => new { messageKey = key }),
        })
        : """{"requestId":"r-1","responses":[{"recipientSendId":"s-1","hasErrors":false,"messages":["Queued"]}]}""";

    public static string[] KeysOf(string body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty("recipients").EnumerateArray()
            .Select(recipient => recipient.GetProperty("messageKey").GetString()!).ToArray();
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == "/v2/token")
        {
            var credentials = await request.Content!.ReadAsStringAsync(cancellationToken);
            lock (_lock)
            {
                TokenBodies.Add(credentials);
            }

            var number = Interlocked.Increment(ref _tokens);
            return await ResponseToken(number).WaitAsync(cancellationToken) ?? Token(number);
        }

        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        int count;
        lock (_lock)
        {
            Bodies.Add(body);
            Paths.Add(request.RequestUri.PathAndQuery);
            Bearers.Add(request.Headers.Authorization?.Parameter);
            count = Bodies.Count;
        }

        return await Response(count, body, cancellationToken);
    }

    public HttpResponseMessage Token(int number) => Json(200, JsonSerializer.Serialize(new
    {
        access_token = "token-" + number,
        token_type = "Bearer",
        expires_in = ExpiresIn,
        scope = "email_send sms_send",
        rest_instance_url = RestBase,
    }));
}
