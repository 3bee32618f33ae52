using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Http;

internal static class MediaType
{
    /// <exception cref="RequestRefusedException">The body is not announced as JSON.</exception>
    public static void RequireJson(HttpRequest request)
    {
        if (!request.IsJson)
        {
            throw new RequestRefusedException(415, ServiceErrors.UnsupportedMediaType);
        }
    }
}
