using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Http;

internal delegate HttpResponse RouteHandler(HttpRequest request);

/// <summary>Finds the handler of a request. The first route that matches wins.</summary>
internal sealed class Router
{
    private readonly List<RouteEntry> _routes = [];

    public void Add(string method, string template, RouteHandler handler) =>
        _routes.Add(new RouteEntry(method, new RouteTemplate(template), handler));

    public HttpResponse Route(HttpRequest request)
    {
        var segments = request.Target.Segments;
        var otherMethods = new List<string>();
        foreach (var route in _routes)
        {
            if (!route.Template.Matches(segments))
            {
                continue;
            }

            // A HEAD is a GET whose response has no body.
            if (route.Method == request.Method || (route.Method == "GET" && request.Method == "HEAD"))
            {
                return route.Handler(request with { RouteValues = route.Template.ReadValues(segments) });
            }

            otherMethods.Add(route.Method);
        }

        return otherMethods.Count == 0
            ? ErrorResponses.Json(404, ServiceErrors.NotFound)
            : ErrorResponses.Json(405, ServiceErrors.MethodNotAllowed).With("Allow", string.Join(", ", otherMethods));
    }

    private sealed record RouteEntry(string Method, RouteTemplate Template, RouteHandler Handler);
}
