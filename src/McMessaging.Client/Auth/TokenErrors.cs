using McMessaging.Http;

namespace McMessaging.Auth;

/// <summary>What went wrong while fetching a token, in words for people.</summary>
internal static class TokenErrors
{
    private const string CheckCredentials =
        "Check the client id, the client secret, the account id and the scopes, and that the package is installed and enabled.";

    private const string CheckNetwork =
        "Check the subdomain or authentication address, the network, and the proxy; then connect again.";

    public static McException Of(Attempt attempt, ApiError error) => attempt.Answer switch
    {
        null => new McException(
            attempt.Fault == AttemptFault.TimedOut ? "TokenRequestTimedOut" : "ServiceUnreachable",
            attempt.Fault == AttemptFault.TimedOut ? McErrorCategory.OperationTimeout : McErrorCategory.ConnectionError,
            "No token: the authentication host " + attempt.Describe() + ".",
            CheckNetwork,
            attempt.Cause),
        { Status: 429 } answer => Refused(answer, error, "TokenRateLimited", McErrorCategory.LimitsExceeded, "Wait some minutes; the service allows about one token request in 20 minutes."),
        { Status: >= 500 } answer => Refused(answer, error, "TokenServiceUnavailable", McErrorCategory.ResourceUnavailable, "The authentication host has trouble; try again later."),
        { Status: 404 } answer => Refused(answer, error, "TokenServiceNotFound", McErrorCategory.ObjectNotFound, CheckNetwork),
        var answer => Refused(answer, error, "AuthenticationFailed", McErrorCategory.AuthenticationError, CheckCredentials),
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
        ServiceAnswer answer, ApiError error, string id, McErrorCategory category, string action) =>
        new(id, category, $"No token: the authentication host answered HTTP {answer.Status}: {error.Message ?? answer.Quote()}", action)
        {
            HttpStatus = answer.Status,
            ErrorCode = error.Code,
        };
}
