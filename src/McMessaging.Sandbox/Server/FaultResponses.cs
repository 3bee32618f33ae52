using System.Text;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Server;

/// <summary>The responses of faults which keep a request from being processed.</summary>
internal sealed class FaultResponses(ServiceClock clock)
{
    private const int LongestQuote = 2000;

    private static readonly byte[] BadGatewayPage = Page("502 Bad Gateway", "The gateway got no valid response.");
    private static readonly byte[] ForbiddenPage = Page("403 Forbidden", "This address is not allowed.");
    private static readonly byte[] SignInPage = Page("Welcome", "Sign in to use this network.");

    /// <summary>Null when the request is to be processed.</summary>
    public HttpResponse? For(HttpRequest request) => request.Faults.Fault switch
    {
        FaultNames.ExpireToken => ErrorResponses.NotAuthorized(),
        FaultNames.Http403 => ErrorResponses.Json(403, ServiceErrors.InsufficientPrivileges),
        FaultNames.Http400 => ErrorResponses.Several(
            ServiceErrors.SeveralErrors,
            ServiceErrors.MissingRequiredField("name"),
            ServiceErrors.InvalidDataType("status", "a string")),
        FaultNames.EchoRequest => ErrorResponses.Json(400, ServiceErrors.Quoting(Quote(request))),
        FaultNames.Blocked => ErrorResponses.Json(429, ServiceErrors.TemporarilyBlocked),
        FaultNames.Http429 => RateLimited(request.Faults.Faults),
        FaultNames.Http503 => RetryLater(503, ServiceErrors.ServiceUnavailable, request.Faults.Faults),
        FaultNames.Http500 => ErrorResponses.Json(500, ServiceErrors.InternalServerError),
        FaultNames.HtmlError => Html(502, BadGatewayPage),
        FaultNames.DropBefore => HttpResponse.Dropped,
        FaultNames.HangBefore => HttpResponse.Hanging,
        _ => null,
    };

    /// <summary>Null when a token request is to be processed.</summary>
    public HttpResponse? ForToken(FaultDraw draw) => draw.Fault switch
    {
        FaultNames.TokenHang => HttpResponse.Hanging,
        FaultNames.Token403 => Html(403, ForbiddenPage),
        FaultNames.Token429 => RateLimited(draw.Faults),
        FaultNames.Token500 => ErrorResponses.Json(500, ServiceErrors.InternalServerError),
        FaultNames.TokenHtml => Html(200, SignInPage),
        _ => null,
    };

    public HttpResponse RateLimited(SandboxFaults faults) =>
        RetryLater(429, ServiceErrors.RateLimitExceeded, faults);

    private HttpResponse RetryLater(int status, ServiceError error, SandboxFaults faults)
    {
        DateTimeOffset? at = faults.RetryAfterDate == 1 ? clock.Now.AddSeconds(faults.RetryAfter) : null;
        return ErrorResponses.RetryLater(status, error, faults.RetryAfter, at);
    }

    private static string Quote(HttpRequest request)
    {
        var quoted = request.Body.Span[..Math.Min(request.Body.Length, LongestQuote)];
        return quoted.IsEmpty ? string.Join("/", request.Target.Segments) : Encoding.UTF8.GetString(quoted);
    }

    private static HttpResponse Html(int status, byte[] page) => new(status, "text/html; charset=utf-8", page);

    private static byte[] Page(string title, string text) => Encoding.UTF8.GetBytes(
        $"<!DOCTYPE html>\n<html><head><title>{title}</title></head>"
        + $"<body><h1>{title}</h1><p>{text}</p></body></html>\n");
}
