namespace McMessaging.Sandboxing.Tokens;

/// <summary>What a token stands for, and until when.</summary>
internal sealed record TokenGrant(string Scope, long AccountId, DateTimeOffset ExpiresAt)
{
    /// <summary>The account of a token which asked for none, and the enterprise of all accounts.</summary>
    public const long DefaultAccountId = 100_000_001;
}
