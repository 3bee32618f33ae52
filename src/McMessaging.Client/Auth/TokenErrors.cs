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
    public static McException Of(AttemptResult attempt, ApiError error, string secret) => attempt.Response switch
    {
        null => new McException(
            attempt.Fault == TransportError.TimedOut ? "TokenRequestTimedOut" : "ServiceUnreachable",
            attempt.Fault == TransportError.TimedOut ? McErrorCategory.OperationTimeout : McErrorCategory.ConnectionError,
            "No token: the authentication host " + attempt.Describe() + ".",
            CheckNetwork,
            attempt.Cause),
        { Status: 429 } response => Refused(response, error, secret, "TokenRateLimited", McErrorCategory.LimitsExceeded, "Wait some minutes; the service allows about one token request in 20 minutes."),
        { Status: >= 500 } response => Refused(response, error, secret, "TokenServiceUnavailable", McErrorCategory.ResourceUnavailable, "The authentication host has trouble; try again later."),
        { Status: 404 } response => Refused(response, error, secret, "TokenServiceNotFound", McErrorCategory.ObjectNotFound, CheckNetwork),
        var response => Refused(response, error, secret, "AuthenticationFailed", McErrorCategory.AuthenticationError, CheckCredentials),
    };

    public static McException Unreadable(ServiceResponse response) => new(
        "UnreadableTokenAnswer",
        McErrorCategory.ProtocolError,
        $"The authentication host answered with HTTP {response.Status}, but without a token.",
        CheckNetwork)
    {
        HttpStatus = response.Status,
    };

    private static McException Refused(
        ServiceResponse response, ApiError error, string secret, string id, McErrorCategory category, string action)
    {
        var words = error.Message is { } message ? Secret.Mask(message, secret) : response.Quote(secret);
        return new(id, category, $"No token: the authentication host answered HTTP {response.Status}: {words}", action)
        {
            HttpStatus = response.Status,
            ErrorCode = error.Code,
        };
    }
}
