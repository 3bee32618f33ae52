using McMessaging.Auth;
using McMessaging.Http;
using McMessaging.Retrying;

namespace McMessaging.Requests;

/// <summary>One request over its attempts. What each means is said by <see cref="RetryMatrix"/>.</summary>
internal sealed class RetryLoop<TResponse>(
    ServiceRequest<TResponse> request,
    ServiceTransport transport,
    ITokenSource tokens,
    ConcurrencyLimiter limiter,
    RateLimitPause pause,
    RetryBudget budget,
    AttemptRecorder<TResponse> recorder,
    CancellationToken abort,
    CancellationToken stop) : IDisposable
    where TResponse : class, IHasRequestId
{
    private readonly CancellationTokenSource _waits = CancellationTokenSource.CreateLinkedTokenSource(abort, stop);
    private readonly RequestResult<TResponse> _result = recorder.Result;
    private AccessToken? _token;
    private int _refusals;

    public async Task<RequestResult<TResponse>> RunAsync()
    {
        try
        {
            var again = true;
            while (again)
            {
                var decision = await AttemptInTurnAsync().ConfigureAwait(false);
                again = await PrepareRetryAsync(decision).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_waits.IsCancellationRequested)
        {
            _result.End = RequestEnd.Stopped;
        }
        catch (TokenUnavailableException exception)
        {
            var refused = exception.Error.Category == McErrorCategory.AuthenticationError;
            EndWith(refused ? RequestEnd.Unauthorized : RequestEnd.GaveUp, exception.Error);
        }

        return _result;
    }

    public void Dispose() => _waits.Dispose();

    private async Task<RetryDecision> AttemptInTurnAsync()
    {
        if (!await MayGoAsync().ConfigureAwait(false))
        {
            return RetryDecision.OutOfTime;
        }

        await limiter.EnterAsync(_waits.Token).ConfigureAwait(false);
        try
        {
            _token ??= await TokenUnavailableException.GuardAsync(tokens.GetAsync(_waits.Token))
                .ConfigureAwait(false);
            if (!await MayGoAsync().ConfigureAwait(false))
            {
                return RetryDecision.OutOfTime;
            }

            if (_result.Attempts == 0)
            {
                await request.BeforeFirstAttempt().ConfigureAwait(false);
                if (!await MayGoAsync().ConfigureAwait(false))
                {
                    return RetryDecision.OutOfTime;
                }
            }

            var decision = await AttemptAsync(_token).ConfigureAwait(false);
            // Before the next in line gets its turn.
            if (decision == RetryDecision.RateLimited)
            {
                SlowEverybodyDown();
            }

            return decision;
        }
        finally
        {
            limiter.Leave();
        }
    }

    /// <summary>Waits for the end of a pause of all workers; <c>false</c> if it leaves no time for an attempt.</summary>
    private async Task<bool> MayGoAsync()
    {
        _waits.Token.ThrowIfCancellationRequested();
        return await pause.WaitAsync(budget, _waits.Token).ConfigureAwait(false);
    }

    private async Task<RetryDecision> AttemptAsync(AccessToken token)
    {
        recorder.Begin();
        var attempt = await transport.SendAsync(
            request.Method,
            new Uri(token.RestBase, request.Path),
            request.Body,
            token.Value,
            budget.NextAttemptLimit(),
            stop).ConfigureAwait(false);
        using var response = attempt.Response;
        return recorder.End(attempt, token.Value);
    }

    private async Task<bool> PrepareRetryAsync(RetryDecision decision)
    {
        switch (decision)
        {
            case RetryDecision.Completed:
                limiter.Succeeded();
                return EndWith(RequestEnd.Completed);
            case RetryDecision.Refused:
                return EndWith(RequestEnd.Refused);
            case RetryDecision.Stopped:
                _result.MayBeTaken = true;
                return EndWith(RequestEnd.Stopped);
            case RetryDecision.RenewToken:
                return await RenewTokenAsync().ConfigureAwait(false) || EndWith(RequestEnd.Unauthorized);
            case RetryDecision.OutOfTime:
                return _result.Attempts == 0
                    ? EndWith(RequestEnd.GaveUp, RetryErrors.LongPause(pause.Remaining))
                    : EndWith(RequestEnd.GaveUp);
            case RetryDecision.RateLimited:
                _token = null;
                return AllowsRetryAfter(pause.Remaining) || EndWith(RequestEnd.GaveUp);
            case RetryDecision.Ambiguous:
                _result.MayBeTaken = true;
                return (request.CanRetryAmbiguous && await WaitAsync().ConfigureAwait(false))
                    || EndWith(RequestEnd.GaveUp);
            default:
                return await WaitAsync().ConfigureAwait(false) || EndWith(RequestEnd.GaveUp);
        }
    }

    private bool EndWith(RequestEnd end)
    {
        _result.End = end;
        return false;
    }

    private bool EndWith(RequestEnd end, McException cause)
    {
        _result.Cause = cause;
        _result.Description = cause.Message;
        return EndWith(end);
    }

    private async Task<bool> RenewTokenAsync()
    {
        // A refused token is no fault of the request: it uses up no retry, and is renewed once even where none is
        // allowed.
        if (++_refusals > Math.Max(1, budget.MaxRetryCount))
        {
            return false;
        }

        var refused = _token!;
        _token = await TokenUnavailableException.GuardAsync(tokens.RenewAsync(refused, _waits.Token))
            .ConfigureAwait(false);
        return _token is not null && _token.Value != refused.Value;
    }

    private void SlowEverybodyDown()
    {
        var blocked = _result.Error?.Code == RetryMatrix.TemporarilyBlocked;
        if (blocked)
        {
            limiter.Halve();
        }

        var wait = recorder.RetryAfter
            ?? (blocked ? Backoff.Shared.AfterBlock() : Backoff.Shared.After(_result.Attempts));
        pause.PauseFor(wait);
    }

    private async Task<bool> WaitAsync()
    {
        _waits.Token.ThrowIfCancellationRequested();
        var wait = recorder.RetryAfter ?? Backoff.Shared.After(_result.Attempts);
        if (!AllowsRetryAfter(wait))
        {
            return false;
        }

        await budget.WaitAsync(wait, _waits.Token).ConfigureAwait(false);
        _token = null;
        return AllowsRetryAfter(pause.Remaining);
    }

    private bool AllowsRetryAfter(TimeSpan wait) => budget.AllowsRetry(_result.Attempts - _refusals, wait);
}
