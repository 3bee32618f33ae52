using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>What every request to the inbox goes through: its key, and headers that shut out other origins.</summary>
internal sealed class InboxGuard(InboxKey key)
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
        + "trusted-types 'none'";

    /// <summary>A file that holds no data.</summary>
    public static RouteHandler Open(RouteHandler handler) => request => Secure(handler(request));

    public RouteHandler Page(RouteHandler handler) =>
        request => Secure(key.AllowsReading(request) ? handler(request) : InboxFiles.KeyNeeded);

    public RouteHandler Reading(RouteHandler handler) =>
        request => Secure(key.AllowsReading(request) ? Handle(request, handler) : KeyNeeded());

    public RouteHandler Change(RouteHandler handler) =>
        request => Secure(key.AllowsChanges(request) ? Handle(request, handler) : KeyNeeded());

    private static HttpResponse KeyNeeded() => ErrorResponses.Json(403, ServiceErrors.InboxKeyNeeded);

    private static HttpResponse Handle(HttpRequest request, RouteHandler handler)
    {
        try
        {
            return handler(request);
        }
        catch (RequestRefusedException exception)
        {
            return ErrorResponses.Json(exception.Status, exception.Error);
        }
    }

    private static HttpResponse Secure(HttpResponse response) => response
        .With("Content-Security-Policy", ContentSecurityPolicy)
        .With("X-Content-Type-Options", "nosniff")
        .With("X-Frame-Options", "DENY")
        .With("Referrer-Policy", "no-referrer")
        .With("Cross-Origin-Opener-Policy", "same-origin")
        .With("Cross-Origin-Resource-Policy", "same-origin");
}
