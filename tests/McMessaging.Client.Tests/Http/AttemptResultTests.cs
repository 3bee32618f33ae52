using System.Net.Sockets;
using McMessaging.Http;

namespace McMessaging.Client.Tests.Http;

public sealed class AttemptResultTests
{
    private const string Secret = "http://user:pa55word@proxy.example:3128";

    public static TheoryData<Exception, string> Exceptions => new()
    {
        { new HttpRequestException(HttpRequestError.NameResolutionError, Secret), "cannot be resolved" },
        { new HttpRequestException(HttpRequestError.ProxyTunnelError, Secret), "proxy" },
        { new HttpRequestException(HttpRequestError.SecureConnectionError, Secret), "TLS" },
        { new HttpRequestException(HttpRequestError.ResponseEnded, Secret), "too early" },
        { new HttpRequestException(HttpRequestError.InvalidResponse, Secret), "InvalidResponse" },
        {
            new HttpRequestException(
                HttpRequestError.ConnectionError, Secret, new SocketException((int)SocketError.ConnectionRefused)),
            "ConnectionRefused"
        },
        { new NotSupportedException(Secret), "no reason" },
        { new HttpRequestException(Secret, new IOException(Secret)), "no reason" },
    };

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Words_for_a_failure_are_never_those_of_the_exception(Exception cause, string words)
    {
        var never = new AttemptResult(null, TransportError.NeverSent, cause, TimeSpan.Zero).Describe();
        var broken = new AttemptResult(null, TransportError.Broken, cause, TimeSpan.Zero).Describe();

        Assert.Contains(words, never, StringComparison.Ordinal);
        Assert.Contains(words, broken, StringComparison.Ordinal);
        Assert.DoesNotContain("pa55word", never + broken, StringComparison.Ordinal);
    }
}
