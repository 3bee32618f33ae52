using McMessaging.Retrying;

namespace McMessaging.Auth;

/// <summary>A bearer token, where it may go, and until when.</summary>
internal sealed class AccessToken(
    string value, Uri restBase, IReadOnlyList<string> scope, Moment? fetchedAt, TimeSpan? life)
{
    private static readonly TimeSpan LongestEarlyRenewal = TimeSpan.FromSeconds(300);

    public string Value => value;

    public Uri RestBase => restBase;

    public IReadOnlyList<string> Scope => scope;

    public DateTimeOffset? ExpiresAt => fetchedAt?.Wall + life;

    /// <summary>Whether a text can be sent as a bearer token: visible ASCII characters only.</summary>
    public static bool IsWellFormed(string? value) =>
        !string.IsNullOrEmpty(value) && value.All(character => character is > ' ' and < '\x7f');

    /// <summary>Whether it need not be renewed yet.</summary>
    public bool IsFresh(TimeProvider timeProvider) => IsYoungerThan(life - EarlyRenewal(), timeProvider);

    /// <summary>Whether the service should still take it.</summary>
    public bool IsUsable(TimeProvider timeProvider) => IsYoungerThan(life, timeProvider);

    public override string ToString() => $"AccessToken until {ExpiresAt:O}";

    private bool IsYoungerThan(TimeSpan? age, TimeProvider timeProvider) =>
        fetchedAt is not { } fetched || age is not { } limit || fetched.Age(timeProvider) < limit;

    private TimeSpan? EarlyRenewal() => life / 2 is { } half && half < LongestEarlyRenewal ? half : LongestEarlyRenewal;
}
