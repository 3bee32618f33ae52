namespace McMessaging.Auth;

/// <summary>
/// The token of one account. However many workers ask, one fetch is in flight; a token is renewed before it ends, and
/// once when the service refuses it.
/// </summary>
internal sealed class TokenCache(TimeProvider timeProvider)
{
    private readonly object _lock = new();
    private AccessToken? _current;
    private Task<AccessToken>? _flight;

    public AccessToken? Current
    {
        get
        {
            lock (_lock)
            {
                return _current;
            }
        }
    }

    public async Task<AccessToken> GetAsync(Func<Task<AccessToken>> fetch, CancellationToken cancellationToken)
    {
        AccessToken? usable;
        Task<AccessToken> flight;
        lock (_lock)
        {
            var now = timeProvider.GetUtcNow();
            if (_current is not null && _current.IsFresh(now))
            {
                return _current;
            }

            usable = _current?.IsUsable(now) == true ? _current : null;
            flight = JoinFlight(fetch);
        }

        try
        {
            return await flight.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (McException exception) when (usable is not null && exception.Category != McErrorCategory.AuthenticationError)
        {
            // The renewal was early: the token at hand is good for the rest of its life.
            return usable;
        }
    }

    public async Task<AccessToken> RenewAsync(
        AccessToken refused, Func<Task<AccessToken>> fetch, CancellationToken cancellationToken)
    {
        Task<AccessToken> flight;
        lock (_lock)
        {
            if (_current is not null && _current.Value != refused.Value)
            {
                return _current;
            }

            _current = null;
            flight = JoinFlight(fetch);
        }

        return await flight.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private Task<AccessToken> JoinFlight(Func<Task<AccessToken>> fetch) => _flight ??= FlyAsync(fetch);

    private async Task<AccessToken> FlyAsync(Func<Task<AccessToken>> fetch)
    {
        // The flight belongs to all who wait for it, so no single caller's cancellation may end it.
        await Task.Yield();
        try
        {
            var token = await fetch().ConfigureAwait(false);
            lock (_lock)
            {
                _current = token;
            }

            return token;
        }
        finally
        {
            lock (_lock)
            {
                _flight = null;
            }
        }
    }
}
