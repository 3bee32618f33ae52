using McMessaging.Auth;
using McMessaging.Http;
using McMessaging.Retrying;

namespace McMessaging.Requests;

/// <summary>The one way to the service, shared by all requests of an operation.</summary>
internal sealed class RequestSender(
    ServiceTransport transport,
    ITokenSource tokens,
    RetryOptions options,
    int concurrency,
    TimeProvider timeProvider,
    Action<string> verbose,
    Action pauseBegan)
{
    public ServiceTransport Transport => transport;

    public ITokenSource Tokens => tokens;

    public RetryOptions Options => options;

    public TimeProvider TimeProvider => timeProvider;

    public RateLimitPause Pause { get; } = new(timeProvider);

    public ConcurrencyLimiter Concurrency { get; } = new(concurrency);

    public Backoff Backoff { get; } = new(Random.Shared.NextDouble);

    public Action<string> Verbose => verbose;

    public Action PauseBegan => pauseBegan;

    /// <summary>Makes attempts until the request has ended. Throws only what <see cref="ServiceRequest{T}.BeforeFirstAttempt"/> throws.</summary>
    /// <param name="request">The request.</param>
    /// <param name="abort">Ends waits and forbids further attempts; the one in flight goes on.</param>
    /// <param name="stop">Ends waits and the attempt in flight.</param>
    public async Task<RequestResult<TResponse>> SendAsync<TResponse>(
        ServiceRequest<TResponse> request, CancellationToken abort, CancellationToken stop)
        where TResponse : class, IHasRequestId
    {
        using var run = new RetryLoop<TResponse>(this, request, abort, stop);
        return await run.CompleteAsync().ConfigureAwait(false);
    }
}
