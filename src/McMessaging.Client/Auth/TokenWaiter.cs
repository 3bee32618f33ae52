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

    /// <summary>Ends the wait, if what is wrong or the time until the next attempt is more than it bears with.</summary>
    public void Hear(TokenTrouble trouble, TimeSpan untilNextAttempt)
    {
        _failures++;
        FailUnlessPatient(trouble, untilNextAttempt, patience.OnlyPassing && !trouble.IsPassing);
    }

    /// <summary>Ends the wait, if the next attempt is too far away.</summary>
    public void HearLater(TokenTrouble trouble, TimeSpan untilNextAttempt) =>
        FailUnlessPatient(trouble, untilNextAttempt, isHopeless: false);

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

    private void FailUnlessPatient(TokenTrouble trouble, TimeSpan untilNextAttempt, bool isHopeless)
    {
        var remaining = patience.Time - timeProvider.GetElapsedTime(_begun);
        if (isHopeless || _failures >= patience.Attempts || untilNextAttempt > remaining)
        {
            Fail(trouble.Error);
        }
    }
}
