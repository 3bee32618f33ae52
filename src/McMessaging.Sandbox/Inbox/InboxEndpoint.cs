using System.Text;
using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Messages;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>GET /: the messages as a web page.</summary>
internal sealed class InboxEndpoint(MessageStore messages, Tally tally)
{
    private const int MostRows = 200;

    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly byte[] StyleSheet = ReadStyleSheet();

    public static Reply Style() => Secure(new Reply(200, "text/css; charset=utf-8", StyleSheet));

    public Reply Page(HttpRequest request)
    {
        var filter = InboxFilter.From(request.Target.Query);
        var newest = messages.ListNewest(MostRows, filter.Matches);
        var page = InboxPage.Render(tally.Snapshot(), filter, newest);
        return Secure(new Reply(200, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page)));
    }

    private static Reply Secure(Reply reply) => reply
        .With("Content-Security-Policy", ContentSecurityPolicy)
        .With("X-Content-Type-Options", "nosniff")
        .With("Referrer-Policy", "no-referrer")
        .With("Cross-Origin-Resource-Policy", "same-origin");

    private static byte[] ReadStyleSheet()
    {
        using var resource = typeof(InboxEndpoint).Assembly.GetManifestResourceStream("inbox.css")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
