using System.Globalization;
using McMessaging.Auth;
using McMessaging.Connections;
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
    private readonly Exchange<TAnswer> _exchange = new();
    private readonly AttemptClock _clock = new(pipeline.TimeProvider, pipeline.Options);
    private AccessToken? _token;
    private TimeSpan? _retryAfter;

    public async Task<Exchange<TAnswer>> CompleteAsync()
    {
        try
        {
            bool again = true;
            while (again)
            {
                RetryVerdict verdict = await AttemptInTurnAsync().ConfigureAwait(false);
                again = await PrepareRepeatAsync(verdict).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_waits.IsCancellationRequested)
        {
            _exchange.End = ExchangeEnd.Stopped;
        }
        catch (TokenUnavailableException e)
        {
            bool refused = e.Error.Category == McErrorCategory.AuthenticationError;
            _exchange.End = refused ? ExchangeEnd.Unauthorized : ExchangeEnd.GaveUp;
            _exchange.Cause = e.Error;
            _exchange.Description = e.Error.Message;
        }

        return _exchange;
    }

    public void Dispose() => _waits.Dispose();

    private async Task<RetryVerdict> AttemptInTurnAsync()
    {
        await pipeline.Pause.WaitAsync(_waits.Token).ConfigureAwait(false);
        await pipeline.Concurrency.EnterAsync(_waits.Token).ConfigureAwait(false);
        try
        {
            await pipeline.Pause.WaitAsync(_waits.Token).ConfigureAwait(false);
            _token ??= await TokenUnavailableException.GuardAsync(pipeline.Tokens.GetAsync(_waits.Token)).ConfigureAwait(false);
            _waits.Token.ThrowIfCancellationRequested();
            if (!_clock.HasTimeLeft) return RetryVerdict.OutOfTime;
            if (_exchange.Attempts == 0) await request.BeforeFirstAttempt().ConfigureAwait(false);
            return await AttemptAsync(_token).ConfigureAwait(false);
        }
        finally
        {
            pipeline.Concurrency.Leave();
        }
    }

    private async Task<RetryVerdict> AttemptAsync(AccessToken token)
    {
        _exchange.Attempts++;
        _exchange.SentAt = pipeline.TimeProvider.GetUtcNow();
        Attempt attempt = await pipeline.Transport.SendAsync(
            request.Method,
            new Uri(token.RestBase, request.Path),
            request.Body,
            token.Value,
            _clock.NextAttemptLimit(),
            stop).ConfigureAwait(false);
        using ServiceAnswer? answer = attempt.Answer;
        RetryVerdict verdict = Read(attempt);
        Report(attempt);
        return verdict;
    }

    private RetryVerdict Read(Attempt attempt)
    {
        _exchange.Fault = attempt.Fault;
        _exchange.Description = attempt.Describe();
        _exchange.Status = attempt.Answer?.Status;
        _exchange.Error = null;
        _exchange.Answer = null;
        _retryAfter = null;
        if (attempt.Answer is not { } answer) return RetryMatrix.Judge(attempt, null, readable: false);

        _exchange.Answer = answer.IsSuccess || answer.Status == 400 ? request.ReadAnswer(answer) : null;
        if (_exchange.Answer is null)
        {
            ApiError error = ApiError.Read(answer);
            _exchange.Error = error;
            string secret = _token!.Value;
            _exchange.Description += ": " + (error.Message is { } message ? Secret.Mask(message, secret) : answer.Quote(secret));
            _retryAfter = RetryAfter.Of(answer, error, pipeline.TimeProvider.GetUtcNow());
        }

        return RetryMatrix.Judge(attempt, _retryAfter, readable: _exchange.Answer is not null);
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
            case RetryVerdict.OutOfTime:
                return EndWith(ExchangeEnd.GaveUp);
            case RetryVerdict.Stopped:
                _exchange.MayBeTaken = true;
                return EndWith(ExchangeEnd.Stopped);
            case RetryVerdict.RenewToken:
                return await RenewTokenAsync().ConfigureAwait(false) || EndWith(ExchangeEnd.Unauthorized);
            case RetryVerdict.RateLimited:
                return SlowEverybodyDown() || EndWith(ExchangeEnd.GaveUp);
            case RetryVerdict.Ambiguous:
                _exchange.MayBeTaken = true;
                return (request.Repeatable && await WaitAsync().ConfigureAwait(false)) || EndWith(ExchangeEnd.GaveUp);
            default:
                return await WaitAsync().ConfigureAwait(false) || EndWith(ExchangeEnd.GaveUp);
        }
    }

    private bool EndWith(ExchangeEnd end)
    {
        _exchange.End = end;
        return false;
    }

    private async Task<bool> RenewTokenAsync()
    {
        // A refused token is no fault of the request, so one renewal is allowed even where no retry is.
        if (_exchange.Attempts > Math.Max(1, pipeline.Options.MaxRetryCount)) return false;
        AccessToken refused = _token!;
        _token = await TokenUnavailableException.GuardAsync(pipeline.Tokens.RenewAsync(refused, _waits.Token))
            .ConfigureAwait(false);
        return _token is not null && _token.Value != refused.Value;
    }

    private bool SlowEverybodyDown()
    {
        bool blocked = _exchange.Error?.Code == RetryMatrix.TemporarilyBlocked;
        if (blocked) pipeline.Concurrency.Halve();
        TimeSpan wait = _retryAfter
            ?? (blocked ? pipeline.Backoff.AfterBlock() : pipeline.Backoff.After(_exchange.Attempts));
        pipeline.Pause.PauseFor(wait);
        pipeline.PauseBegan();
        _token = null;
        return _clock.AllowsRepeat(_exchange.Attempts, pipeline.Pause.Remaining);
    }

    private async Task<bool> WaitAsync()
    {
        TimeSpan wait = _retryAfter ?? pipeline.Backoff.After(_exchange.Attempts);
        if (!_clock.AllowsRepeat(_exchange.Attempts, wait)) return false;
        await Task.Delay(wait, pipeline.TimeProvider, _waits.Token).ConfigureAwait(false);
        _token = null;
        return _clock.AllowsRepeat(_exchange.Attempts, pipeline.Pause.Remaining);
    }

    private void Report(Attempt attempt)
    {
        string path = request.Path.Split('?')[0];
        string result = attempt.Answer?.Status.ToString(CultureInfo.InvariantCulture) ?? attempt.Fault.ToString();
        pipeline.Verbose(string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Method} {path} {result} {attempt.Duration.TotalMilliseconds:0} ms attempt {_exchange.Attempts} request {_exchange.RequestId ?? "-"}"));
    }
}
