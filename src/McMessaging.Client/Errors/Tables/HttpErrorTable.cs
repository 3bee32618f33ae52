namespace McMessaging.Errors.Tables;

/// <summary>HTTP statuses that came without a code of the service; the names are those of results.</summary>
internal static class HttpErrorTable
{
    private const string Again = "Try again later. A send with a journal goes on where it ended.";

    public static ErrorInfo[] Entries { get; } =
    [
        Of(400,
            "BadRequest", "The request is not one that the route takes.", "Read the message, and correct the request."),
        Of(401,
            "Unauthorized", "The token was refused, and a renewed one too.", "Connect again with valid credentials."),
        Of(403, "Forbidden", "The package may not do this, or not in this business unit.",
            "Give the installed package the scope and the business unit, wait 5 minutes, and connect again."),
        Of(404,
            "NotFound", "What the request names does not exist.", "Check the key, the channel, and the business unit."),
        Of(405,
            "MethodNotAllowed", "The route does not take this method.", "Check the REST address of the connection."),
        Of(408, "RequestTimeout", "The service waited too long for the request.", Again, RepeatHelps.Yes),
        Of(409, "Conflict", "The request contradicts the present state.",
            "Look at what exists, and use another key or state."),
        Of(413, "RequestEntityTooLarge", "The body is larger than the service takes: 4 MB.",
            "Send smaller batches: -BatchSize."),
        Of(415, "UnsupportedMediaType", "The body is not of a type that the route takes.",
            "Look for a proxy that changes the content type: this client sends application/json."),
        Of(429, "TooManyRequests", "More requests came than the service takes in this time.",
            "Wait, and use fewer workers: -ThrottleLimit.", RepeatHelps.Yes),
        Of(500, "InternalServerError", "The service failed.", Again, RepeatHelps.Maybe),
        Of(502, "BadGateway", "A gateway got no usable response from the service.", Again, RepeatHelps.Maybe),
        Of(503, "ServiceUnavailable", "The service cannot take requests now.", Again, RepeatHelps.Yes),
        Of(504, "GatewayTimeout", "A gateway got no response from the service in time.", Again, RepeatHelps.Maybe),
        Of(596, "Http596", "The service's gateway knows no such route.", "Check the REST address of the connection."),
    ];

    private static ErrorInfo Of(
        int status, string name, string meaning, string action, RepeatHelps repeat = RepeatHelps.No) =>
        new(status, name, ErrorLevel.Http, ErrorChannels.All, status, meaning, action, repeat);
}
