using McMessaging.Http;

namespace McMessaging.Auth;

/// <summary>What went wrong while fetching a token, in words for people.</summary>
internal static class TokenErrors
{
    private const string CheckCredentials =
        "Check the client id, the client secret, the account id and the scopes, "
            + "and that the package is installed and enabled.";

    private const string CheckNetwork =
        "Check the subdomain or authentication address, the network, and the proxy; then connect again.";

    public static McException TimedOut() => new(
        "TokenRequestTimedOut",
        McErrorCategory.OperationTimeout,
        "No token: the authentication host gave no complete response in time.",
        CheckNetwork);

    /// <summary>No response.</summary>
    public static McException Unreachable(AttemptResult attempt) => attempt.Fault == TransportError.TimedOut
        ? TimedOut()
        : new McException(
            "ServiceUnreachable",
            McErrorCategory.ConnectionError,
            $"No token from the authentication host: {attempt.Describe()}.",
            CheckNetwork);

    /// <summary>A response that is not one of the authentication host: a proxy's, a portal's.</summary>
    /// <param name="response">The response.</param>
    /// <param name="secret">What the request carried and no error may show.</param>
    public static McException Unreadable(ServiceResponse response, string secret) => new(
        "UnreadableTokenAnswer",
        McErrorCategory.ProtocolError,
        Sentence(
            $"The authentication host responded with HTTP {response.Status}, but without a token",
            // A success may hold a token in a form that cannot be read.
            response.IsSuccess ? "" : ServiceWords.AfterStatus(response.Text(), secret, null)),
        CheckNetwork)
    {
        HttpStatus = response.Status,
    };

    /// <param name="response">A response of the authentication host without a token.</param>
    /// <param name="error">What the host said.</param>
    /// <param name="secret">What the request carried and no error may show.</param>
    /// <param name="retryAfter">How long the host wants not to be asked again, if it said so.</param>
    public static McException Refused(
        ServiceResponse response, ApiError error, string secret, TimeSpan? retryAfter)
    {
        var (id, category, action) = response.Status switch
        {
            429 => (
                "TokenRateLimited",
                McErrorCategory.LimitsExceeded,
                (retryAfter is { } wait ? $"Wait {Math.Ceiling(wait.TotalSeconds):0} s" : "Wait a few minutes")
                    + "; the service allows about one token request in 20 minutes."),
            408 or >= 500 => (
                "TokenServiceUnavailable",
                McErrorCategory.ResourceUnavailable,
                "The authentication host is having trouble; try again later."),
            404 => ("TokenServiceNotFound", McErrorCategory.ObjectNotFound, CheckNetwork),
            _ => ("AuthenticationFailed", McErrorCategory.AuthenticationError, CheckCredentials),
        };
        var words = ServiceWords.AfterStatus(error.Message ?? response.Text(), secret, null);
        var message = Sentence($"No token: the authentication host responded with HTTP {response.Status}", words);
        return new(id, category, message, action)
        {
            HttpStatus = response.Status,
            ErrorCode = error.Code,
        };
    }

    // What is to be done stands behind it on the same line.
    private static string Sentence(string start, string words) => $"{start}{words}".TrimEnd('.') + ".";
}
