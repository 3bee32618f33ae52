using McMessaging.Auth;
using McMessaging.Http;
using McMessaging.Retrying;

namespace McMessaging.Requests;

/// <summary>One request over its attempts. What each means is said by <see cref="RetryMatrix"/>.</summary>
internal sealed class RetryLoop<TResponse>(
    ServiceRequest<TResponse> request,
    ServiceTransport transport,
    ITokenSource tokens,
    RequestLimiter limiter,
    RetryBudget budget,
    AttemptRecorder<TResponse> recorder,
    CancellationToken abort,
    CancellationToken stop) : IDisposable
    where TResponse : class, IHasRequestId
{
    private readonly CancellationTokenSource _waits = CancellationTokenSource.CreateLinkedTokenSource(abort, stop);
    private readonly RequestTurn _turn = limiter.NewTurn(budget, request.IsRetry, request.Recipients);
    private readonly RequestResult<TResponse> _result = recorder.Result;
    private AccessToken? _token;
    private int _refusedTokens;
    private int _rateLimits;

    private TokenPatience Patience => TokenPatience.For(budget.Remaining);

    public async Task<RequestResult<TResponse>> RunAsync()
    {
        try
        {
            RetryDecision decision;
            do
            {
                decision = await AttemptInTurnAsync().ConfigureAwait(false);
            }
            while (await PrepareRetryAsync(decision).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested || stop.IsCancellationRequested)
        {
            _result.EndWith(RequestEnd.Stopped);
        }
        catch (TokenUnavailableException exception)
        {
            _result.EndWithoutToken(exception);
        }

        return _result;
    }

    public void Dispose()
    {
        _turn.Dispose();
        _waits.Dispose();
    }

    private async Task<RetryDecision> AttemptInTurnAsync()
    {
        if (!await TakeTurnAsync().ConfigureAwait(false) || budget.NextAttemptLimit() is not { } limit)
        {
            return RetryDecision.OutOfTime;
        }

        var decision = await AttemptAsync(_token!, limit).ConfigureAwait(false);
        // Before the next in line gets its turn.
        if (decision == RetryDecision.RateLimited)
        {
            SlowEverybodyDown();
        }

        return decision;
    }

    /// <summary>Waits until the request may go, with a token, and with what it leaves behind before it goes.</summary>
    /// <returns><c>false</c> if there is no time left for an attempt.</returns>
    private async Task<bool> TakeTurnAsync()
    {
        if (!await _turn.TakeAsync(_waits.Token).ConfigureAwait(false))
        {
            return false;
        }

        // Requests take their places in the order in which they are made; from here on they go side by side.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        // The linked token may hear of it after the request before this one, which gave up its place.
        abort.ThrowIfCancellationRequested();
        stop.ThrowIfCancellationRequested();
        _token ??= await TokenUnavailableException.GuardAsync(tokens.GetAsync(Patience, _waits.Token))
            .ConfigureAwait(false);
        if (_result.Attempts == 0)
        {
            await request.BeforeFirstAttempt().ConfigureAwait(false);
        }

        abort.ThrowIfCancellationRequested();
        stop.ThrowIfCancellationRequested();
        // A pause may have begun meanwhile.
        return limiter.PauseRemaining == TimeSpan.Zero || await _turn.TakeAsync(_waits.Token).ConfigureAwait(false);
    }

    private async Task<RetryDecision> AttemptAsync(AccessToken token, TimeSpan limit)
    {
        recorder.Begin();
        var attempt = await transport.SendAsync(
            request.Method, new Uri(token.RestBase, request.Path), request.Body, token.Value, limit, stop)
            .ConfigureAwait(false);
        _turn.End();
        using var response = attempt.Response;
        return recorder.End(attempt, token.Value);
    }

    private async Task<bool> PrepareRetryAsync(RetryDecision decision)
    {
        switch (decision)
        {
            case RetryDecision.Completed or RetryDecision.Refused:
                _turn.Served();
                return EndWith(
                    decision == RetryDecision.Completed ? RequestEnd.Completed : RequestEnd.Refused);
            case RetryDecision.Stopped:
                _result.MayBeTaken = true;
                return EndWith(RequestEnd.Stopped);
            case RetryDecision.RenewToken:
                return await RenewTokenAsync().ConfigureAwait(false) || EndWith(RequestEnd.Unauthorized);
            case RetryDecision.OutOfTime:
                return EndOutOfTime();
            case RetryDecision.RateLimited:
                _token = null;
                _turn.StepAside();
                return budget.AllowsPause(limiter.PauseRemaining) || EndRateLimited(limiter.PauseRemaining);
            case RetryDecision.TurnedAway when !budget.Allows(recorder.RetryAfter!.Value):
                return EndRateLimited(recorder.RetryAfter.Value);
            case RetryDecision.Ambiguous:
                _result.MayBeTaken = true;
                return (request.CanRetryAmbiguous && await WaitAsync().ConfigureAwait(false))
                    || EndWith(RequestEnd.GaveUp);
            default:
                return await WaitAsync().ConfigureAwait(false) || EndWith(RequestEnd.GaveUp);
        }
    }

    private async Task<bool> RenewTokenAsync()
    {
        // A refused token is no fault of the request: it uses up no retry, and is renewed once even where none is
        // allowed.
        if (++_refusedTokens > Math.Max(1, budget.MaxRetryCount))
        {
            return false;
        }

        var refused = _token!;
        _token = await TokenUnavailableException.GuardAsync(tokens.RenewAsync(refused, Patience, _waits.Token))
            .ConfigureAwait(false);
        return _token is not null && _token.Value != refused.Value;
    }

    private void SlowEverybodyDown()
    {
        _rateLimits++;
        var isBlocked = _result.Error?.Code == RetryMatrix.TemporarilyBlocked;
        _turn.SlowDown(recorder.RetryAfter ?? Backoff.Shared.AfterRateLimit(_rateLimits, isBlocked), isBlocked);
    }

    private async Task<bool> WaitAsync()
    {
        _waits.Token.ThrowIfCancellationRequested();
        // A 429 uses up time, and a refused token is renewed: neither counts.
        var attempts = _result.Attempts - _refusedTokens - _rateLimits;
        var wait = recorder.RetryAfter ?? Backoff.Shared.After(attempts);
        if (!budget.AllowsRetry(attempts, wait))
        {
            return false;
        }

        _turn.StepAside();
        await budget.WaitAsync(wait, _waits.Token).ConfigureAwait(false);
        _token = null;
        return true;
    }

    private bool EndOutOfTime()
    {
        if (budget.IsTooLate)
        {
            return EndWith(RequestEnd.GaveUp, RetryErrors.TooLate());
        }

        var pause = limiter.PauseRemaining;
        return _rateLimits > 0 || pause > TimeSpan.Zero ? EndRateLimited(pause) : EndWith(RequestEnd.GaveUp);
    }

    private bool EndRateLimited(TimeSpan wait) =>
        EndWith(RequestEnd.RateLimited, RetryErrors.RateLimited(_result, wait, recorder.Now));

    private bool EndWith(RequestEnd end, McException? cause = null)
    {
        _result.EndWith(end, cause);
        return false;
    }
}
