using System.Globalization;
using System.Text;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Server;

/// <summary>The answer of a fault which keeps its request from being processed.</summary>
internal static class FaultReplies
{
    private static readonly byte[] BadGatewayPage = Encoding.UTF8.GetBytes(
        "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>"
        + "<body><h1>502 Bad Gateway</h1><p>The gateway got no valid answer.</p></body></html>\n");

    /// <summary>Null when the request is to be processed.</summary>
    public static Reply? For(FaultDraw draw) => draw.Fault switch
    {
        FaultNames.ExpireToken => ErrorReplies.NotAuthorized(),
        FaultNames.Blocked => ErrorReplies.Json(429, ServiceErrors.TemporarilyBlocked),
        FaultNames.Http429 => ErrorReplies.RateLimited(draw.Faults.RetryAfter),
        FaultNames.Http503 => ErrorReplies.Json(503, ServiceErrors.ServiceUnavailable)
            .With("Retry-After", draw.Faults.RetryAfter.ToString(CultureInfo.InvariantCulture)),
        FaultNames.Http500 => ErrorReplies.Json(500, ServiceErrors.InternalServerError),
        FaultNames.HtmlError => new Reply(502, "text/html; charset=utf-8", BadGatewayPage),
        FaultNames.DropBefore => Reply.Dropped,
        _ => null,
    };
}
