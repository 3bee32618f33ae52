using McMessaging.Connections;
using McMessaging.Http;

namespace McMessaging.Auth;

/// <summary>What went wrong while fetching a token, in words for people.</summary>
internal static class TokenErrors
{
    private const string CheckCredentials =
        "Check the client id, the client secret, the account id and the scopes, and that the package is installed and enabled.";

    private const string CheckNetwork =
        "Check the subdomain or authentication address, the network, and the proxy; then connect again.";

    /// <param name="attempt">The attempt.</param>
    /// <param name="error">What the host said.</param>
    /// <param name="secret">What the request carried and no error may show.</param>
    public static McException Of(Attempt attempt, ApiError error, string secret) => attempt.Answer switch
    {
        null => new McException(
            attempt.Fault == AttemptFault.TimedOut ? "TokenRequestTimedOut" : "ServiceUnreachable",
            attempt.Fault == AttemptFault.TimedOut ? McErrorCategory.OperationTimeout : McErrorCategory.ConnectionError,
            "No token: the authentication host " + attempt.Describe() + ".",
            CheckNetwork,
            attempt.Cause),
        { Status: 429 } answer => Refused(answer, error, secret, "TokenRateLimited", McErrorCategory.LimitsExceeded, "Wait some minutes; the service allows about one token request in 20 minutes."),
        { Status: >= 500 } answer => Refused(answer, error, secret, "TokenServiceUnavailable", McErrorCategory.ResourceUnavailable, "The authentication host has trouble; try again later."),
        { Status: 404 } answer => Refused(answer, error, secret, "TokenServiceNotFound", McErrorCategory.ObjectNotFound, CheckNetwork),
        var answer => Refused(answer, error, secret, "AuthenticationFailed", McErrorCategory.AuthenticationError, CheckCredentials),
    };

    public static McException Unreadable(ServiceAnswer answer) => new(
        "UnreadableTokenAnswer",
        McErrorCategory.ProtocolError,
        $"The authentication host answered with HTTP {answer.Status}, but without a token.",
        CheckNetwork)
    {
        HttpStatus = answer.Status,
    };

    private static McException Refused(
        ServiceAnswer answer, ApiError error, string secret, string id, McErrorCategory category, string action)
    {
        var words = error.Message is { } message ? Secret.Mask(message, secret) : answer.Quote(secret);
        return new(id, category, $"No token: the authentication host answered HTTP {answer.Status}: {words}", action)
        {
            HttpStatus = answer.Status,
            ErrorCode = error.Code,
        };
    }
}
