namespace McMessaging.Auth;

/// <summary>A bearer token, where it may go, and until when.</summary>
internal sealed class AccessToken(string value, Uri restBase, IReadOnlyList<string> scope, DateTimeOffset? fetchedAt, TimeSpan? life)
{
    private static readonly TimeSpan LongestEarlyRenewal = TimeSpan.FromSeconds(300);

    public string Value => value;

    public Uri RestBase => restBase;

    public IReadOnlyList<string> Scope => scope;

    public DateTimeOffset? ExpiresAt => fetchedAt + life;

    public DateTimeOffset? RenewAt => ExpiresAt - Min(LongestEarlyRenewal, life / 2);

    /// <summary>Whether a text can be sent as a bearer token: visible ASCII characters only.</summary>
    public static bool IsWellFormed(string? value) => !string.IsNullOrEmpty(value) && value.All(c => c is > ' ' and < '\x7f');

    public bool IsFresh(DateTimeOffset now) => RenewAt is not { } renewAt || now < renewAt;

    public bool IsUsable(DateTimeOffset now) => ExpiresAt is not { } expiresAt || now < expiresAt;

    public override string ToString() => $"AccessToken until {ExpiresAt:O}";

    private static TimeSpan? Min(TimeSpan limit, TimeSpan? half) => half < limit ? half : limit;
}
