using System.Text.Json;

namespace McMessaging.Testing;

/// <summary>
/// The service as far as sending goes: it takes each message key once, refuses the recipients it is told to, and keeps
/// whom it took. Faults may come before or after it takes them.
/// </summary>
public sealed class KeyedService : HttpMessageHandler
{
    private readonly object _lock = new();
    private readonly FakeService _inner;
    private readonly List<(string ContactKey, string? MessageKey)> _accepted = [];
    private readonly HashSet<string> _taken = [];

    public KeyedService() => _inner = new FakeService(ResponseTo);

    /// <summary>Whether a recipient's data is refused, whenever it is sent; by contact key and message key.</summary>
    public Func<string, string?, bool> Refuses { get; init; } = (_, _) => false;

    /// <summary>Called with each request before anything else.</summary>
    public Action<FakeRequest> OnRequest { get; set; } = _ => { };

    /// <summary>A response in place of taking the recipients of a request; <c>null</c>: they are taken.</summary>
    public Func<FakeRequest, HttpResponseMessage?> FaultBefore { get; set; } = _ => null;

    /// <summary>A response in place of the true one, after it took the recipients; <c>null</c>: the true one.</summary>
    public Func<FakeRequest, ModelResponse, HttpResponseMessage?> FaultAfter { get; set; } = (_, _) => null;

    /// <summary>The service's tokens.</summary>
    public FakeService Tokens => _inner;

    public List<FakeRequest> Requests { get; } = [];

    /// <summary>Whom it took, in order; a triggered send has no message key.</summary>
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

    public IReadOnlyCollection<string> Taken
    {
        get
        {
            lock (_lock)
            {
                return [.. _taken];
            }
        }
    }

    public void Take(params string[] keys) => _taken.UnionWith(keys);

    /// <summary>Forgets keys, as the service does after 72 hours.</summary>
    public void Forget(params string[] keys) => _taken.ExceptWith(keys);

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        new HttpMessageInvoker(_inner, disposeHandler: false).SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        _inner.Dispose();
        base.Dispose(disposing);
    }

    private HttpResponseMessage ResponseTo(FakeRequest request)
    {
        OnRequest(request);
        lock (_lock)
        {
            Requests.Add(request);
        }

        if (FaultBefore(request) is { } refusal)
        {
            return refusal;
        }

        using var body = JsonDocument.Parse(request.Body);
        var truth = ModelResponse.To(body.RootElement, request.Path, CodeOf);
        return FaultAfter(request, truth) ?? FakeResponse.Json(202, truth.Json());
    }

    private int CodeOf(string contactKey, string? messageKey)
    {
        lock (_lock)
        {
            if (messageKey is not null && _taken.Contains(messageKey))
            {
                return 109110;
            }

            if (Refuses(contactKey, messageKey))
            {
                return 109121;
            }

            if (messageKey is not null)
            {
                _taken.Add(messageKey);
            }

            _accepted.Add((contactKey, messageKey));
            return 0;
        }
    }
}
