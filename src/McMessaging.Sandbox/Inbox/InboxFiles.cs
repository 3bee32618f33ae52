using System.Text;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>GET / and GET /inbox/{file}: the page and what it loads. None of it holds data.</summary>
internal static class InboxFiles
{
    private const string ResourcePrefix = "inbox/";

    private static readonly byte[] KeyNeededPage = Encoding.UTF8.GetBytes("""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Sandbox inbox</title>
        <link rel="stylesheet" href="/inbox/common.css">
        <link rel="stylesheet" href="/inbox/base.css"></head>
        <body><main class="notice"><h1>Sandbox inbox</h1>
        <p>Open the inbox with the whole address that the sandbox shows when it starts: it holds a key.</p>
        </main></body></html>
        """);

    private static readonly Dictionary<string, HttpResponse> Files = typeof(InboxFiles).Assembly
        .GetManifestResourceNames()
        .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
        .ToDictionary(name => name[ResourcePrefix.Length..], Read);

    public static HttpResponse KeyNeeded { get; } = new(403, "text/html; charset=utf-8", KeyNeededPage);

    public static HttpResponse Page(HttpRequest request) => Files["index.html"];

    public static HttpResponse File(HttpRequest request) =>
        Files.GetValueOrDefault(request.RouteValues["file"]) ?? ErrorResponses.Json(404, ServiceErrors.NotFound);

    private static HttpResponse Read(string name)
    {
        using var resource = typeof(InboxFiles).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return new HttpResponse(200, TypeOf(name), bytes);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/javascript; charset=utf-8",
    };
}
