using System.Net;
using System.Net.Http.Headers;
using McMessaging.Serialization;

namespace McMessaging.Http;

/// <summary>Sends one request once, and tells what came of it.</summary>
internal sealed class ServiceTransport : IDisposable
{
    private const int LargestResponse = 16 * 1024 * 1024;
    private static readonly ProductInfoHeaderValue UserAgent = new(
        "McMessaging", typeof(ServiceTransport).Assembly.GetName().Version!.ToString(3));

    private readonly HttpMessageInvoker _invoker;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationTokenSource _closed = new();

    public ServiceTransport(HttpMessageHandler? handler, IWebProxy? proxy, TimeProvider timeProvider)
    {
        _invoker = new HttpMessageInvoker(handler ?? NetworkHandler(proxy), disposeHandler: handler is null);
        _timeProvider = timeProvider;
    }

    public bool IsClosed => _closed.IsCancellationRequested;

    /// <summary>Cancelled when it is closed; a request that is under way is not ended by that alone.</summary>
    public CancellationToken Closed => _closed.Token;

    public async Task<AttemptResult> SendAsync(
        HttpMethod method,
        Uri uri,
        ReadOnlyMemory<byte>? body,
        string? bearer,
        TimeSpan timeout,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, uri);
        request.Headers.UserAgent.Add(UserAgent);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (bearer is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        var content = body is { } bytes ? new TrackedContent(bytes) : null;
        request.Content = content;

        using var limit = new CancellationTokenSource(timeout, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var begun = _timeProvider.GetTimestamp();
        try
        {
            var response = await ExchangeAsync(request, either.Token).ConfigureAwait(false);
            return new AttemptResult(response, TransportError.None, null, _timeProvider.GetElapsedTime(begun));
        }
        catch (Exception exception)
        {
            // Whatever it is (a broken packing, a closed connection, a proxy of no known kind): the attempt failed, and
            // every recipient in it gets a result.
            var mayHaveLeft = content?.Started ?? !NeverConnected(exception);
            var fault = Classify(mayHaveLeft, cancellationToken, limit.Token);
            return new AttemptResult(null, fault, exception, _timeProvider.GetElapsedTime(begun));
        }
    }

    public void Dispose()
    {
        _closed.Cancel();
        _invoker.Dispose();
    }

    private static TransportError Classify(bool mayHaveLeft, CancellationToken stop, CancellationToken limit)
    {
        if (!mayHaveLeft)
        {
            return TransportError.NeverSent;
        }

        if (stop.IsCancellationRequested)
        {
            return TransportError.Stopped;
        }

        return limit.IsCancellationRequested ? TransportError.TimedOut : TransportError.Broken;
    }

    private static bool NeverConnected(Exception e) => e is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private async Task<ServiceResponse> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await _invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var body = await ReadBodyAsync(response.Content, cancellationToken).ConfigureAwait(false);
        return new ServiceResponse((int)response.StatusCode, response.Headers.RetryAfter, response.Headers.Date, body);
    }

    private static async Task<PooledBuffer> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var body = new PooledBuffer(8192);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(body.GetMemory(), cancellationToken).ConfigureAwait(false)) > 0)
            {
                body.Advance(read);
                if (body.Length > LargestResponse)
                {
                    throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded);
                }
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    internal static SocketsHttpHandler NetworkHandler(IWebProxy? proxy) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        // The service closes idle connections after 5 s; a request on one of them would fail ambiguously.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(4),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        Proxy = new LoopbackBypass(proxy ?? HttpClient.DefaultProxy),
        UseProxy = true,
    };
}
