using McMessaging.Auth;
using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Support;

/// <summary>A token host that does what a test says with the number of the request.</summary>
internal sealed class FakeFetcher(Func<int, Task<TokenResponse>> respond) : ITokenFetcher
{
    private int _fetches;

    public FakeFetcher(params TokenResponse[] responses)
        : this(number => Task.FromResult(responses[number - 1]))
    {
    }

    public bool IsClosed { get; set; }

    public int Fetches => Volatile.Read(ref _fetches);

    public static TokenResponse Token(string value, TimeProvider time, int life = 1080) => new(
        new AccessToken(
            value, new Uri("https://a.example/"), [], Moment.Now(time), TimeSpan.FromSeconds(life)),
        null);

    public static TokenResponse Trouble(bool isPassing = true, int? retryAfter = null) => new(null, new TokenTrouble(
        new McException("X", McErrorCategory.ResourceUnavailable, "x", "x"),
        isPassing,
        retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null));

    public static TokenResponse Refusal() => new(null, new TokenTrouble(
        new McException("AuthenticationFailed", McErrorCategory.AuthenticationError, "x", "x"), false, null));

    public Task<TokenResponse> FetchAsync() => respond(Interlocked.Increment(ref _fetches));
}
