using System.Globalization;
using McMessaging.Auth;
using McMessaging.Http;
using McMessaging.Retrying;

namespace McMessaging.Requests;

/// <summary>One request on its way through its attempts.</summary>
internal sealed class RetryLoop<TResponse>(
    RequestSender pipeline,
    ServiceRequest<TResponse> request,
    CancellationToken abort,
    CancellationToken stop) : IDisposable
    where TResponse : class, IHasRequestId
{
    private readonly CancellationTokenSource _waits = CancellationTokenSource.CreateLinkedTokenSource(abort, stop);
    private readonly AttemptRecorder<TResponse> _reader = new(pipeline, request);
    private readonly RetryBudget _clock = new(pipeline.TimeProvider, pipeline.Options);
    private AccessToken? _token;
    private int _refusals;

    private RequestResult<TResponse> RequestResult => _reader.RequestResult;

    public async Task<RequestResult<TResponse>> CompleteAsync()
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
            RequestResult.End = RequestEnd.Stopped;
        }
        catch (TokenUnavailableException exception)
        {
            var refused = exception.Error.Category == McErrorCategory.AuthenticationError;
            EndWith(refused ? RequestEnd.Unauthorized : RequestEnd.GaveUp, exception.Error);
        }

        return RequestResult;
    }

    public void Dispose() => _waits.Dispose();

    private async Task<RetryDecision> AttemptInTurnAsync()
    {
        if (!await MayGoAsync().ConfigureAwait(false))
        {
            return RetryDecision.OutOfTime;
        }

        await pipeline.Concurrency.EnterAsync(_waits.Token).ConfigureAwait(false);
        try
        {
            _token ??= await TokenUnavailableException.GuardAsync(pipeline.Tokens.GetAsync(_waits.Token)).ConfigureAwait(false);
            if (!await MayGoAsync().ConfigureAwait(false))
            {
                return RetryDecision.OutOfTime;
            }

            if (RequestResult.Attempts == 0)
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
            pipeline.Concurrency.Leave();
        }
    }

    /// <summary>Waits for the end of a pause of all workers; <c>false</c> if it leaves no time for an attempt.</summary>
    private async Task<bool> MayGoAsync()
    {
        _waits.Token.ThrowIfCancellationRequested();
        return await pipeline.Pause.WaitAsync(_clock, _waits.Token).ConfigureAwait(false);
    }

    private async Task<RetryDecision> AttemptAsync(AccessToken token)
    {
        RequestResult.Attempts++;
        RequestResult.SentAt = pipeline.TimeProvider.GetUtcNow();
        var attempt = await pipeline.Transport.SendAsync(
            request.Method,
            new Uri(token.RestBase, request.Path),
            request.Body,
            token.Value,
            _clock.NextAttemptLimit(),
            stop).ConfigureAwait(false);
        using var response = attempt.Response;
        return _reader.Read(attempt, token.Value);
    }

    private async Task<bool> PrepareRetryAsync(RetryDecision decision)
    {
        switch (decision)
        {
            case RetryDecision.Completed:
                pipeline.Concurrency.Succeeded();
                return EndWith(RequestEnd.Completed);
            case RetryDecision.Refused:
                return EndWith(RequestEnd.Refused);
            case RetryDecision.Stopped:
                RequestResult.MayBeTaken = true;
                return EndWith(RequestEnd.Stopped);
            case RetryDecision.RenewToken:
                return await RenewTokenAsync().ConfigureAwait(false) || EndWith(RequestEnd.Unauthorized);
            case RetryDecision.OutOfTime:
                return RequestResult.Attempts == 0
                    ? EndWith(RequestEnd.GaveUp, RetryErrors.LongPause(pipeline.Pause.Remaining))
                    : EndWith(RequestEnd.GaveUp);
            case RetryDecision.RateLimited:
                _token = null;
                return AllowsRetryAfter(pipeline.Pause.Remaining) || EndWith(RequestEnd.GaveUp);
            case RetryDecision.Ambiguous:
                RequestResult.MayBeTaken = true;
                return (request.CanRetryAmbiguous && await WaitAsync().ConfigureAwait(false)) || EndWith(RequestEnd.GaveUp);
            default:
                return await WaitAsync().ConfigureAwait(false) || EndWith(RequestEnd.GaveUp);
        }
    }

    private bool EndWith(RequestEnd end)
    {
        RequestResult.End = end;
        return false;
    }

    private bool EndWith(RequestEnd end, McException cause)
    {
        RequestResult.Cause = cause;
        RequestResult.Description = cause.Message;
        return EndWith(end);
    }

    private async Task<bool> RenewTokenAsync()
    {
        // A refused token is no fault of the request: it uses up no repeat, and is renewed once even where none is allowed.
        if (++_refusals > Math.Max(1, pipeline.Options.MaxRetryCount))
        {
            return false;
        }

        var refused = _token!;
        _token = await TokenUnavailableException.GuardAsync(pipeline.Tokens.RenewAsync(refused, _waits.Token))
            .ConfigureAwait(false);
        return _token is not null && _token.Value != refused.Value;
    }

    private void SlowEverybodyDown()
    {
        var blocked = RequestResult.Error?.Code == RetryMatrix.TemporarilyBlocked;
        if (blocked)
        {
            pipeline.Concurrency.Halve();
        }

        var wait = _reader.RetryAfter
            ?? (blocked ? pipeline.Backoff.AfterBlock() : pipeline.Backoff.After(RequestResult.Attempts));
        pipeline.Pause.PauseFor(wait);
        pipeline.PauseBegan();
    }

    private async Task<bool> WaitAsync()
    {
        _waits.Token.ThrowIfCancellationRequested();
        var wait = _reader.RetryAfter ?? pipeline.Backoff.After(RequestResult.Attempts);
        if (!AllowsRetryAfter(wait))
        {
            return false;
        }

        await Task.Delay(wait, pipeline.TimeProvider, _waits.Token).ConfigureAwait(false);
        _token = null;
        return AllowsRetryAfter(pipeline.Pause.Remaining);
    }

    private bool AllowsRetryAfter(TimeSpan wait) => _clock.AllowsRetry(RequestResult.Attempts - _refusals, wait);
}

internal static class RetryErrors
{
    public static McException LongPause(TimeSpan pause) => new(
        "RateLimited",
        McErrorCategory.LimitsExceeded,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The service asked all requests to wait {pause.TotalSeconds:0} s, which is longer than one may take."),
        "Run the same command again after that time, or with a larger -RetryTimeoutSec.")
    {
        HttpStatus = 429,
    };
}
