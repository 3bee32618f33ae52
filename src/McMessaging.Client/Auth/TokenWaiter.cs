namespace McMessaging.Auth;

/// <summary>Somebody who waits for a token.</summary>
internal sealed class TokenWaiter(ITokenFetcher fetcher, TokenPatience patience, TimeProvider timeProvider)
{
    private readonly TaskCompletionSource<AccessToken> _source =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly long _begun = timeProvider.GetTimestamp();
    private int _failures;

    public ITokenFetcher Fetcher => fetcher;

    public bool IsOver => _source.Task.IsCompleted;

    public void Give(AccessToken token) => _source.TrySetResult(token);

    public void Fail(Exception exception) => _source.TrySetException(exception);

    /// <summary>An attempt failed: the wait ends, unless there is patience for another.</summary>
    public void AttemptFailed(TokenTrouble trouble, TimeSpan untilNextAttempt)
    {
        _failures++;
        var isTooMuch = _failures >= patience.Attempts || (patience.OnlyPassing && !trouble.IsPassing);
        FailIf(isTooMuch || IsTooFar(untilNextAttempt), trouble);
    }

    /// <summary>An attempt had failed before: the wait ends, if the next one is too far away.</summary>
    public void AttemptHadFailed(TokenTrouble trouble, TimeSpan untilNextAttempt) =>
        FailIf(IsTooFar(untilNextAttempt), trouble);

    /// <param name="outOfTime">Gives the error of a wait whose time is over.</param>
    /// <param name="cancellationToken">Ends the wait of this one only.</param>
    public async Task<AccessToken> WaitAsync(Func<McException> outOfTime, CancellationToken cancellationToken)
    {
        var time = patience.Time > TimeSpan.Zero ? patience.Time : TimeSpan.Zero;
        using var limit = new CancellationTokenSource(time, timeProvider);
        using var timeIsUp = limit.Token.Register(() => _source.TrySetException(outOfTime()));
        using var stop = cancellationToken.Register(() => _source.TrySetCanceled(cancellationToken));
        return await _source.Task.ConfigureAwait(false);
    }

    private bool IsTooFar(TimeSpan wait) => wait > patience.Time - timeProvider.GetElapsedTime(_begun);

    private void FailIf(bool isOver, TokenTrouble trouble)
    {
        if (isOver)
        {
            Fail(trouble.Error);
        }
    }
}
