using McMessaging.Auth;
using McMessaging.Http;
using McMessaging.Retrying;

namespace McMessaging.Requests;

/// <summary>The one way to the service, shared by all requests of an operation.</summary>
internal sealed class RequestSender(
    ServiceTransport transport,
    ITokenSource tokens,
    RequestLimiter limiter,
    RetryOptions options,
    TimeProvider timeProvider,
    Action<string> verbose)
{
    /// <summary>
    /// Makes attempts until the request has ended. Throws only what <see cref="ServiceRequest{T}.BeforeFirstAttempt"/>
    /// throws.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="abort">Ends waits and forbids further attempts; the one in flight goes on.</param>
    /// <param name="stop">Ends waits and the attempt in flight.</param>
    public async Task<RequestResult<TResponse>> SendAsync<TResponse>(
        ServiceRequest<TResponse> request, CancellationToken abort, CancellationToken stop)
        where TResponse : class, IHasRequestId
    {
        var budget = new RetryBudget(timeProvider, options, request.FirstSentAt);
        var recorder = new AttemptRecorder<TResponse>(request, timeProvider, verbose);
        using var loop = new RetryLoop<TResponse>(
            request, transport, tokens, limiter, budget, recorder, abort, stop);
        return await loop.RunAsync().ConfigureAwait(false);
    }
}
