using System.Text;
using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Messages;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>GET /: the messages as a web page.</summary>
internal sealed class InboxHandler(MessageStore messages, CounterStore counters, InboxKey key)
{
    private const int MostRows = 200;

    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly byte[] StyleSheet = ReadStyleSheet();

    private static readonly byte[] KeyNeededPage = Encoding.UTF8.GetBytes("""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Sandbox inbox</title></head>
        <body><h1>Sandbox inbox</h1>
        <p>Open the inbox with the whole address that the sandbox shows when it starts: it holds a key.</p>
        </body></html>
        """);

    public static HttpResponse Style() => Secure(new HttpResponse(200, "text/css; charset=utf-8", StyleSheet));

    public HttpResponse Page(HttpRequest request)
    {
        if (!key.AllowsReading(request))
        {
            return Secure(new HttpResponse(403, "text/html; charset=utf-8", KeyNeededPage));
        }

        var filter = InboxFilter.From(request.Target.Query);
        var newest = messages.ListNewest(MostRows, filter.Matches);
        var page = InboxPage.Render(counters.Snapshot(), filter, newest, key.Text);
        return Secure(new HttpResponse(200, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page)));
    }

    private static HttpResponse Secure(HttpResponse response) => response
        .With("Content-Security-Policy", ContentSecurityPolicy)
        .With("X-Content-Type-Options", "nosniff")
        .With("Referrer-Policy", "no-referrer")
        .With("Cross-Origin-Resource-Policy", "same-origin");

    private static byte[] ReadStyleSheet()
    {
        using var resource = typeof(InboxHandler).Assembly.GetManifestResourceStream("inbox.css")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
