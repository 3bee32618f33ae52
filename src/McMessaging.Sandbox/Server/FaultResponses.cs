using System.Globalization;
using System.Text;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Server;

/// <summary>The response of a fault which keeps its request from being processed.</summary>
internal static class FaultResponses
{
    private static readonly byte[] BadGatewayPage = Encoding.UTF8.GetBytes(
        "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>"
        + "<body><h1>502 Bad Gateway</h1><p>The gateway got no valid response.</p></body></html>\n");

    /// <summary>Null when the request is to be processed.</summary>
    public static HttpResponse? For(FaultDraw draw) => draw.Fault switch
    {
        FaultNames.ExpireToken => ErrorResponses.NotAuthorized(),
        FaultNames.Blocked => ErrorResponses.Json(429, ServiceErrors.TemporarilyBlocked),
        FaultNames.Http429 => ErrorResponses.RateLimited(draw.Faults.RetryAfter),
        FaultNames.Http503 => ErrorResponses.Json(503, ServiceErrors.ServiceUnavailable)
            .With("Retry-After", draw.Faults.RetryAfter.ToString(CultureInfo.InvariantCulture)),
        FaultNames.Http500 => ErrorResponses.Json(500, ServiceErrors.InternalServerError),
        FaultNames.HtmlError => new HttpResponse(502, "text/html; charset=utf-8", BadGatewayPage),
        FaultNames.DropBefore => HttpResponse.Dropped,
        _ => null,
    };
}
