using McMessaging.Retrying;

namespace McMessaging.Auth;

/// <summary>
/// The token of one account. However many wait for one, a single asker fetches it, again and again as the host allows;
/// a token is renewed before it ends, while it still serves, and once when the service refuses it.
/// </summary>
internal sealed class TokenCache(TimeProvider timeProvider)
{
    private static readonly TimeSpan RestAfterRefusal = TimeSpan.FromSeconds(60);

    private readonly object _lock = new();
    private readonly List<TokenWaiter> _waiters = [];
    private readonly long _start = timeProvider.GetTimestamp();
    private AccessToken? _current;
    private TokenTrouble? _trouble;
    private TimeSpan _nextAttempt;
    private int _failures;
    private bool _isAsking;

    private TimeSpan UntilNextAttempt => _nextAttempt - timeProvider.GetElapsedTime(_start);

    /// <exception cref="McException">There is none, and the caller's patience is at its end.</exception>
    public Task<AccessToken> GetAsync(
        ITokenFetcher fetcher, TokenPatience patience, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_current?.IsUsable(timeProvider) != true)
            {
                return JoinAsync(fetcher, patience, cancellationToken);
            }

            if (!_current.IsFresh(timeProvider) && UntilNextAttempt <= TimeSpan.Zero)
            {
                Ask(fetcher);
            }

            return Task.FromResult(_current);
        }
    }

    /// <exception cref="McException">There is no other, and the caller's patience is at its end.</exception>
    public Task<AccessToken> RenewAsync(
        AccessToken refused, ITokenFetcher fetcher, TokenPatience patience, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_current is not null && _current.Value != refused.Value)
            {
                return Task.FromResult(_current);
            }

            _current = null;
            return JoinAsync(fetcher, patience, cancellationToken);
        }
    }

    private Task<AccessToken> JoinAsync(
        ITokenFetcher fetcher, TokenPatience patience, CancellationToken cancellationToken)
    {
        var waiter = new TokenWaiter(fetcher, patience, timeProvider);
        // A refusal is no reason to wait: who asks anew may have put right what was wrong.
        if (_trouble is { IsRefusal: false } trouble && UntilNextAttempt is var wait && wait > TimeSpan.Zero)
        {
            waiter.AttemptHadFailed(trouble, wait);
        }

        if (!waiter.IsOver)
        {
            _waiters.Add(waiter);
            Ask(fetcher);
        }

        return waiter.WaitAsync(() => _trouble?.Error ?? TokenErrors.TimedOut(), cancellationToken);
    }

    private void Ask(ITokenFetcher fetcher)
    {
        if (!_isAsking)
        {
            _isAsking = true;
            // The asker works for all who wait, so that no single caller's end may be its own.
            _ = Task.Run(() => AskAsync(fetcher));
        }
    }

    private async Task AskAsync(ITokenFetcher first)
    {
        try
        {
            for (var fetcher = first; fetcher is not null; fetcher = NextFetcher())
            {
                await RestAsync().ConfigureAwait(false);
                Take(await fetcher.FetchAsync().ConfigureAwait(false), fetcher);
            }
        }
        catch (Exception exception)
        {
            lock (_lock)
            {
                _isAsking = false;
                EndWaits(waiter => waiter.Fail(exception));
            }
        }
    }

    private Task RestAsync()
    {
        lock (_lock)
        {
            var wait = _trouble is { IsRefusal: false } ? UntilNextAttempt : TimeSpan.Zero;
            return wait > TimeSpan.Zero ? Task.Delay(wait, timeProvider) : Task.CompletedTask;
        }
    }

    /// <summary>Who asks next; <c>null</c> if nobody waits any more.</summary>
    private ITokenFetcher? NextFetcher()
    {
        lock (_lock)
        {
            _waiters.RemoveAll(waiter => waiter.IsOver);
            var next = _waiters.Find(waiter => !waiter.Fetcher.IsClosed) ?? _waiters.FirstOrDefault();
            _isAsking = next is not null;
            return next?.Fetcher;
        }
    }

    private void Take(TokenResponse response, ITokenFetcher fetcher)
    {
        lock (_lock)
        {
            if (response.Token is { } token)
            {
                _current = token;
                _trouble = null;
                _failures = 0;
                EndWaits(waiter => waiter.Give(token));
            }
            else if (!fetcher.IsClosed)
            {
                NoteTrouble(response.Trouble!);
            }
            else
            {
                // The connection that asked was closed meanwhile; if another one waits, it asks next, and at once.
                _waiters.FindAll(waiter => waiter.Fetcher.IsClosed)
                    .ForEach(waiter => waiter.Fail(response.Trouble!.Error));
            }
        }
    }

    private void NoteTrouble(TokenTrouble trouble)
    {
        _trouble = trouble;
        var wait = trouble.IsRefusal ? RestAfterRefusal : trouble.RetryAfter ?? Backoff.Shared.After(++_failures);
        _nextAttempt = timeProvider.GetElapsedTime(_start) + wait;
        if (trouble.IsRefusal)
        {
            EndWaits(waiter => waiter.Fail(trouble.Error));
        }
        else
        {
            _waiters.ForEach(waiter => waiter.AttemptFailed(trouble, wait));
        }
    }

    private void EndWaits(Action<TokenWaiter> end)
    {
        _waiters.ForEach(end);
        _waiters.Clear();
    }
}
