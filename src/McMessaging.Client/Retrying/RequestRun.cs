using McMessaging.Auth;
using McMessaging.Http;

namespace McMessaging.Retrying;

/// <summary>One request on its way through its attempts.</summary>
internal sealed class RequestRun<TAnswer>(
    RequestPipeline pipeline,
    ServiceRequest<TAnswer> request,
    CancellationToken halt,
    CancellationToken stop) : IDisposable
    where TAnswer : class, IRequestAnswer
{
    private readonly CancellationTokenSource _waits = CancellationTokenSource.CreateLinkedTokenSource(halt, stop);
    private readonly AttemptReader<TAnswer> _reader = new(pipeline, request);
    private readonly AttemptClock _clock = new(pipeline.TimeProvider, pipeline.Options);
    private AccessToken? _token;
    private int _refusals;

    private Exchange<TAnswer> Exchange => _reader.Exchange;

    public async Task<Exchange<TAnswer>> CompleteAsync()
    {
        try
        {
            var again = true;
            while (again)
            {
                var verdict = await AttemptInTurnAsync().ConfigureAwait(false);
                again = await PrepareRepeatAsync(verdict).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_waits.IsCancellationRequested)
        {
            Exchange.End = ExchangeEnd.Stopped;
        }
        catch (TokenUnavailableException exception)
        {
            var refused = exception.Error.Category == McErrorCategory.AuthenticationError;
            EndWith(refused ? ExchangeEnd.Unauthorized : ExchangeEnd.GaveUp, exception.Error);
        }

        return Exchange;
    }

    public void Dispose() => _waits.Dispose();

    private async Task<RetryVerdict> AttemptInTurnAsync()
    {
        if (!await MayGoAsync().ConfigureAwait(false))
        {
            return RetryVerdict.OutOfTime;
        }

        await pipeline.Concurrency.EnterAsync(_waits.Token).ConfigureAwait(false);
        try
        {
            _token ??= await TokenUnavailableException.GuardAsync(pipeline.Tokens.GetAsync(_waits.Token)).ConfigureAwait(false);
            if (!await MayGoAsync().ConfigureAwait(false))
            {
                return RetryVerdict.OutOfTime;
            }

            if (Exchange.Attempts == 0)
            {
                await request.BeforeFirstAttempt().ConfigureAwait(false);
                if (!await MayGoAsync().ConfigureAwait(false))
                {
                    return RetryVerdict.OutOfTime;
                }
            }

            var verdict = await AttemptAsync(_token).ConfigureAwait(false);
            // Before the next in line gets its turn.
            if (verdict == RetryVerdict.RateLimited)
            {
                SlowEverybodyDown();
            }

            return verdict;
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

    private async Task<RetryVerdict> AttemptAsync(AccessToken token)
    {
        Exchange.Attempts++;
        Exchange.SentAt = pipeline.TimeProvider.GetUtcNow();
        var attempt = await pipeline.Transport.SendAsync(
            request.Method,
            new Uri(token.RestBase, request.Path),
            request.Body,
            token.Value,
            _clock.NextAttemptLimit(),
            stop).ConfigureAwait(false);
        using var answer = attempt.Answer;
        return _reader.Read(attempt, token.Value);
    }

    private async Task<bool> PrepareRepeatAsync(RetryVerdict verdict)
    {
        switch (verdict)
        {
            case RetryVerdict.Answered:
                pipeline.Concurrency.Succeeded();
                return EndWith(ExchangeEnd.Answered);
            case RetryVerdict.Refused:
                return EndWith(ExchangeEnd.Refused);
            case RetryVerdict.Stopped:
                Exchange.MayBeTaken = true;
                return EndWith(ExchangeEnd.Stopped);
            case RetryVerdict.RenewToken:
                return await RenewTokenAsync().ConfigureAwait(false) || EndWith(ExchangeEnd.Unauthorized);
            case RetryVerdict.OutOfTime:
                return Exchange.Attempts == 0
                    ? EndWith(ExchangeEnd.GaveUp, RetryErrors.LongPause(pipeline.Pause.Remaining))
                    : EndWith(ExchangeEnd.GaveUp);
            case RetryVerdict.RateLimited:
                _token = null;
                return AllowsRepeatAfter(pipeline.Pause.Remaining) || EndWith(ExchangeEnd.GaveUp);
            case RetryVerdict.Ambiguous:
                Exchange.MayBeTaken = true;
                return (request.Repeatable && await WaitAsync().ConfigureAwait(false)) || EndWith(ExchangeEnd.GaveUp);
            default:
                return await WaitAsync().ConfigureAwait(false) || EndWith(ExchangeEnd.GaveUp);
        }
    }

    private bool EndWith(ExchangeEnd end)
    {
        Exchange.End = end;
        return false;
    }

    private bool EndWith(ExchangeEnd end, McException cause)
    {
        Exchange.Cause = cause;
        Exchange.Description = cause.Message;
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
        var blocked = Exchange.Error?.Code == RetryMatrix.TemporarilyBlocked;
        if (blocked)
        {
            pipeline.Concurrency.Halve();
        }

        var wait = _reader.RetryAfter
            ?? (blocked ? pipeline.Backoff.AfterBlock() : pipeline.Backoff.After(Exchange.Attempts));
        pipeline.Pause.PauseFor(wait);
        pipeline.PauseBegan();
    }

    private async Task<bool> WaitAsync()
    {
        _waits.Token.ThrowIfCancellationRequested();
        var wait = _reader.RetryAfter ?? pipeline.Backoff.After(Exchange.Attempts);
        if (!AllowsRepeatAfter(wait))
        {
            return false;
        }

        await Task.Delay(wait, pipeline.TimeProvider, _waits.Token).ConfigureAwait(false);
        _token = null;
        return AllowsRepeatAfter(pipeline.Pause.Remaining);
    }

    private bool AllowsRepeatAfter(TimeSpan wait) => _clock.AllowsRepeat(Exchange.Attempts - _refusals, wait);
}
