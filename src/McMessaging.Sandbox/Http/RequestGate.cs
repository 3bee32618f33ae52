using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Http;

/// <summary>
/// What a request goes through before its handler: the check of its host first of all, then its size.
/// </summary>
internal sealed class RequestGate(LoopbackHosts hosts, RouteHandler handler)
{
    /// <summary>The response to a request that is not for this server, whatever it holds; else null.</summary>
    public HttpResponse? Refuse(RequestHead head) =>
        hosts.Allows(head.Headers["Host"]) ? null : ErrorResponses.Json(421, ServiceErrors.WrongHost);

    public HttpResponse Handle(RequestHead head, RequestBody body)
    {
        if (body.IsTooLarge)
        {
            return ErrorResponses.Json(413, ServiceErrors.BodyTooLarge);
        }

        try
        {
            var target = RequestTarget.Parse(head.Target);
            return handler(new HttpRequest(head.Method, target, body.Bytes) { Headers = head.Headers });
        }
        catch (Exception exception)
        {
            return ErrorResponses.Json(500, ServiceErrors.SandboxDefect(exception.GetType().Name));
        }
    }
}
