using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Http;

internal delegate ValueTask<HttpResponse> RouteHandler(HttpRequest request, CancellationToken stopping);

/// <summary>Finds the handler of a request. The first route that matches wins.</summary>
internal sealed class Router
{
    private readonly List<Route> _routes = [];

    public void Add(string method, string template, RouteHandler handler) =>
        _routes.Add(new Route(method, new RouteTemplate(template), handler));

    public ValueTask<HttpResponse> RouteAsync(HttpRequest request, CancellationToken stopping)
    {
        var segments = request.Target.Segments;
        var otherMethods = new List<string>();
        foreach (var route in _routes)
        {
            if (!route.Template.Matches(segments))
            {
                continue;
            }

            if (route.Method == request.Method)
            {
                return route.Handler(request with { RouteValues = route.Template.ReadValues(segments) }, stopping);
            }

            otherMethods.Add(route.Method);
        }

        return ValueTask.FromResult(otherMethods.Count == 0
            ? ErrorResponses.Json(404, ServiceErrors.NotFound)
            : ErrorResponses.Json(405, ServiceErrors.MethodNotAllowed).With("Allow", string.Join(", ", otherMethods)));
    }

    private sealed record Route(string Method, RouteTemplate Template, RouteHandler Handler);
}
