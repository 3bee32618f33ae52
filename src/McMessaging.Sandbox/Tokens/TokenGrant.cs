namespace McMessaging.Sandboxing.Tokens;

/// <summary>What a token stands for, and until when.</summary>
internal sealed record TokenGrant(string Scope, long AccountId, DateTimeOffset ExpiresAt);
