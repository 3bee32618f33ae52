using McMessaging.Auth;

namespace McMessaging.Client.Tests.Support;

/// <summary>Tokens that come after what a test does with the number of the question.</summary>
internal sealed class SlowTokens(ITokenSource tokens, Func<int, Task> onQuestion) : ITokenSource
{
    private int _asked;

    public SlowTokens(ITokenSource tokens, Action<int> onQuestion)
        : this(tokens, asked =>
        {
            onQuestion(asked);
            return Task.CompletedTask;
        })
    {
    }

    public async Task<AccessToken> GetAsync(TokenPatience patience, CancellationToken cancellationToken)
    {
        await onQuestion(Interlocked.Increment(ref _asked));
        return await tokens.GetAsync(patience, cancellationToken);
    }

    public Task<AccessToken?> RenewAsync(
        AccessToken refused, TokenPatience patience, CancellationToken cancellationToken) =>
        tokens.RenewAsync(refused, patience, cancellationToken);
}
