using System.Text;
using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Messages;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>GET /: the messages as a web page.</summary>
internal sealed class InboxHandler(MessageStore messages, CounterStore counters)
{
    private const int MostRows = 200;

    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly byte[] StyleSheet = ReadStyleSheet();

    public static HttpResponse Style() => Secure(new HttpResponse(200, "text/css; charset=utf-8", StyleSheet));

    public HttpResponse Page(HttpRequest request)
    {
        var filter = InboxFilter.From(request.Target.Query);
        var newest = messages.ListNewest(MostRows, filter.Matches);
        var page = InboxPage.Render(counters.Snapshot(), filter, newest);
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
