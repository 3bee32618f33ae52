using System.Text;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Tests.Http;

public class RequestHeadTests
{
    [Fact]
    public void A_head_has_its_method_its_target_and_its_headers_in_any_case()
    {
        var head = Parse("POST /a?b=%20 HTTP/1.1", "Host: x", "content-length: 12", "X-Empty:")!;

        Assert.Equal("POST", head.Method);
        Assert.Equal("/a?b=%20", head.Target);
        Assert.Equal("x", head.Headers["HOST"]);
        Assert.Equal("", head.Headers["X-Empty"]);
        Assert.Equal(12, head.ContentLength);
        Assert.True(head.HasBody);
        Assert.True(head.KeepsConnection);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1", "Connection: Close", false)]
    [InlineData("GET / HTTP/1.1", "Connection: upgrade, close", false)]
    [InlineData("GET / HTTP/1.0", "Accept: */*", false)]
    [InlineData("GET / HTTP/1.0", "Connection: keep-alive", true)]
    public void The_client_says_whether_its_connection_stays(string line, string header, bool keeps) =>
        Assert.Equal(keeps, Parse(line, header)!.KeepsConnection);

    [Theory]
    [InlineData("GET /")]
    [InlineData("GET / HTTP/2.0")]
    [InlineData("GET /a b HTTP/1.1")]
    [InlineData("GET /\u00e4 HTTP/1.1")]
    [InlineData(" / HTTP/1.1")]
    [InlineData("GET / HTTP/1.1", "no colon")]
    [InlineData("GET / HTTP/1.1", "Space : before")]
    [InlineData("GET / HTTP/1.1", " folded: line")]
    [InlineData("POST / HTTP/1.1", "Content-Length: -1")]
    [InlineData("POST / HTTP/1.1", "Content-Length: 1", "Content-Length: 2")]
    [InlineData("POST / HTTP/1.1", "Content-Length: 1", "Transfer-Encoding: chunked")]
    [InlineData("POST / HTTP/1.1", "Transfer-Encoding: gzip")]
    public void What_leaves_a_doubt_is_no_head(params string[] lines) => Assert.Null(Parse(lines));

    private static RequestHead? Parse(params string[] lines) =>
        RequestHead.TryParse(Encoding.Latin1.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n"));
}
