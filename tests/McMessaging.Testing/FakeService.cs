namespace McMessaging.Testing;

/// <summary>
/// The service behind an <see cref="HttpMessageHandler"/>: tokens, and a response of the test's choice to each request.
/// It keeps what it was asked.
/// </summary>
public sealed class FakeService : HttpMessageHandler
{
    public const string AuthBase = "https://mctest.auth.marketingcloudapis.com/";

    private readonly object _lock = new();
    private readonly List<FakeRequest> _requests = [];
    private int _tokens;

    /// <summary>Accepts every recipient.</summary>
    public FakeService()
        : this(request => FakeResponse.Accepted(request.Body))
    {
    }

    public FakeService(Func<FakeRequest, HttpResponseMessage> respond) =>
        Respond = (request, _) => Task.FromResult(respond(request));

    public FakeService(Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> respond) => Respond = respond;

    public Func<FakeRequest, CancellationToken, Task<HttpResponseMessage>> Respond { get; set; }

    /// <summary>Responds to a token request by its number; <c>null</c> from here gives a good token.</summary>
    public Func<int, Task<HttpResponseMessage?>> RespondToTokenRequest { get; set; } =
        _ => Task.FromResult<HttpResponseMessage?>(null);

    public string RestBase { get; set; } = "https://mctest.rest.marketingcloudapis.com/";

    /// <summary>The lifetime of a token in seconds.</summary>
    public int ExpiresIn { get; set; } = 1080;

    public IReadOnlyList<FakeRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    public IReadOnlyList<string> Bodies => [.. Requests.Select(request => request.Body)];

    public IReadOnlyList<string> Paths => [.. Requests.Select(request => request.Path)];

    public IReadOnlyList<string?> Bearers => [.. Requests.Select(request => request.Bearer)];

    public int TokenRequests => Volatile.Read(ref _tokens);

    public List<string> TokenBodies { get; } = [];

    /// <summary>The same JSON for every request.</summary>
    public static FakeService Always(string json, int status = 200) => new(_ => FakeResponse.Json(status, json));

    /// <summary>These responses to bodies, one a request, and success after them.</summary>
    public static FakeService InTurn(params Func<string, HttpResponseMessage>[] responses) => new(request =>
        request.Number <= responses.Length
            ? responses[request.Number - 1](request.Body)
            : FakeResponse.Accepted(request.Body));

    /// <summary>These responses to token requests, in turn; <c>null</c> and what follows are good tokens.</summary>
    public static Func<int, Task<HttpResponseMessage?>> TokensInTurn(params Func<HttpResponseMessage>?[] responses) =>
        number => Task.FromResult(number <= responses.Length ? responses[number - 1]?.Invoke() : null);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        return request.RequestUri!.AbsolutePath == "/v2/token"
            ? await TokenAsync(body, cancellationToken)
            : await Respond(Keep(request, body), cancellationToken);
    }

    private async Task<HttpResponseMessage> TokenAsync(string body, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            TokenBodies.Add(body);
        }

        var number = Interlocked.Increment(ref _tokens);
        return await RespondToTokenRequest(number).WaitAsync(cancellationToken)
            ?? FakeResponse.Token("token-" + number, RestBase, ExpiresIn);
    }

    private FakeRequest Keep(HttpRequestMessage request, string body)
    {
        lock (_lock)
        {
            var kept = new FakeRequest(
                _requests.Count + 1,
                request.Method.Method,
                request.RequestUri!.PathAndQuery,
                body,
                request.Headers.Authorization?.Parameter);
            _requests.Add(kept);
            return kept;
        }
    }
}
