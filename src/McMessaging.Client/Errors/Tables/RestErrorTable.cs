namespace McMessaging.Errors.Tables;

/// <summary>Codes that any REST route can respond with, by the service's page on REST errors and rate limits.</summary>
internal static class RestErrorTable
{
    private const string Reconnect = "Connect again with valid credentials.";
    private const string CheckAddress = "Connect again, so that REST address and token come from the same response.";

    public static ErrorInfo[] Entries { get; } =
    [
        Of(0, "NotAuthorized", 401,
            "With HTTP 401: the token is missing, invalid or expired. In a result, 0 stands for an accepted message.",
            Reconnect),
        Of(10004,
            "InvalidMessageFormat", 400, "The body is not valid JSON.", "Report it: this client writes valid bodies."),
        Of(10006, "AggregateError", 400, "Several things are wrong with the request.",
            "Correct each error that the message lists."),
        Of(20000, "Authorization", 403, "The account may not do this.",
            "Check the route and the permissions of the package."),
        Of(20001, "BusinessRuleNotSet", 403, "A setting of the account stands in the way.",
            "Have the account's configuration and permissions checked."),
        Of(20002, "InsufficientPrivileges", 403, "The package lacks a permission for this.",
            "Give the installed package the scope that the operation needs, wait 5 minutes, and connect again."),
        Of(30002, "InvalidStateTransition", 409, "The object cannot go from its present state to the one asked for.",
            "Look at its present state, and ask for one that can follow."),
        Of(40002,
            "AuthorizationTokenInvalidOnThisEndpoint", 403, "The token belongs to another stack than this REST host.",
            CheckAddress),
        Of(40003, "AuthorizationTokenInvalidOnUrl", 403, "The token came in the address, where it is not allowed.",
            "Look for a proxy that rewrites requests: this client sends the token in a header."),
        Of(40004, "AuthorizationTokenInvalidOnUrlOrBody", 401,
            "The token came in the address or the body, where it is not allowed.",
            "Look for a proxy that rewrites requests: this client sends the token in a header."),
        Of(50100, "RateLimitExceeded", 429, "More requests came than the service takes in this time.",
            "Wait as long as Retry-After says; use fewer workers: -ThrottleLimit.", RepeatHelps.Yes),
        Of(50200, "TemporarilyBlocked", 429, "The service blocks this account for a time: too many requests at once.",
            "Wait a few minutes, use fewer workers: -ThrottleLimit; contact Salesforce if it lasts.", RepeatHelps.Yes),
        Of(50300,
            "ServiceUnavailable", 503, "The service cannot take requests now.", "Wait as long as Retry-After says.",
            RepeatHelps.Yes),
    ];

    private static ErrorInfo Of(
        int code, string name, int status, string meaning, string action, RepeatHelps repeat = RepeatHelps.No) =>
        new(code, name, ErrorLevel.Rest, ErrorChannels.All, status, meaning, action, repeat);
}
