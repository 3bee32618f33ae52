namespace McMessaging.Sandboxing.Tokens;

/// <summary>What a token stands for, and until when.</summary>
internal sealed record TokenGrant(string Scope, long AccountId, DateTimeOffset ExpiresAt)
{
    /// <summary>The account of a token which asked for none, and the enterprise of all accounts.</summary>
    public const long DefaultAccountId = 100_000_001;

    /// <summary>Who the package acts as.</summary>
    public const long UserId = 100_000_002;

    private readonly HashSet<string> _scopes =
        new(Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    public IReadOnlyCollection<string> Scopes => _scopes;

    public bool Has(string scope) => _scopes.Contains(scope);
}
