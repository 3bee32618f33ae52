namespace McMessaging.Client.Tests.Support;

/// <summary>
/// A service that takes each message key once, and refuses keys that begin with "bad" for their address.
/// </summary>
internal sealed class KeyedService : HttpMessageHandler
{
    private readonly FakeService _inner = new();
    private readonly HashSet<string> _taken = [];

    public KeyedService() => _inner.Response = (_, body, _) => Task.FromResult(ResponseTo(body));

    /// <summary>
    /// What is answered to a body instead of the truth; <c>null</c>: the truth. Its recipients are taken all the same,
    /// unless <see cref="FaultIsBefore"/>.
    /// </summary>
    public Func<string, HttpResponseMessage?>? Fault { get; set; }

    public bool FaultIsBefore { get; set; }

    /// <summary>Called with the body of each request before anything else.</summary>
    public Action<string> OnRequest { get; set; } = _ => { };

    public List<string[]> Requests { get; } = [];

    public IReadOnlyCollection<string> Taken => _taken;

    public void Take(params string[] keys) => _taken.UnionWith(keys);

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        new HttpMessageInvoker(_inner, disposeHandler: false).SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        _inner.Dispose();
        base.Dispose(disposing);
    }

    private HttpResponseMessage ResponseTo(string body)
    {
        OnRequest(body);
        if (!body.Contains("\"recipients\"", StringComparison.Ordinal))
        {
            return ResponseToTriggered(body);
        }

        lock (_taken)
        {
            Requests.Add(FakeService.KeysOf(body));
            if (FaultIsBefore && Fault?.Invoke(body) is { } refusal)
            {
                return refusal;
            }

            var truth = Faults.Reject(body, CodeOf);
            return (FaultIsBefore ? null : Fault?.Invoke(body)) ?? truth;
        }
    }

    private HttpResponseMessage ResponseToTriggered(string body)
    {
        lock (_taken)
        {
            Requests.Add([]);
        }

        return Fault?.Invoke(body) ?? FakeService.Accepted(body);
    }

    private int CodeOf(string key)
    {
        if (_taken.Contains(key))
        {
            return 109110;
        }

        if (key.StartsWith("bad", StringComparison.Ordinal))
        {
            return 109121;
        }

        _taken.Add(key);
        return 0;
    }
}
