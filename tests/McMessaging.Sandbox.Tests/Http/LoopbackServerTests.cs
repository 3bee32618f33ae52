using System.Net;
using System.Text;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Http;

public class LoopbackServerTests
{
    [Fact]
    public async Task A_defect_is_a_500_with_its_type_and_without_its_message()
    {
        using var server = Start(_ => throw new FormatException("something that must not leak"));
        using var http = new HttpClient();

        using var response = await http.GetAsync(server.Uri);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("FormatException", text, StringComparison.Ordinal);
        Assert.DoesNotContain("leak", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_is_checked_before_the_body_is_read()
    {
        using var host = await SandboxHost.StartAsync();
        using var connection = await RawConnection.OpenAsync(host.Sandbox);

        await connection.WriteAsync(
            "POST /v2/token HTTP/1.1\r\nHost: localhost:1\r\nContent-Length: 4000000\r\n\r\n{");

        Assert.StartsWith("HTTP/1.1 421 ", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/inbox/base.css", "200")]
    [InlineData("/messaging/v1/email/definitions", "401")]
    [InlineData("/nowhere", "404")]
    public async Task A_head_request_gets_the_headers_of_a_get_and_no_body(string path, string status)
    {
        using var host = await SandboxHost.StartAsync();
        using var connection = await RawConnection.OpenAsync(host.Sandbox);

        await connection.WriteAsync(
            $"HEAD {path} HTTP/1.1\r\nHost: {host.Sandbox.Uri.Authority}\r\nConnection: close\r\n\r\n");

        var text = await connection.ReadToEndAsync();
        Assert.StartsWith($"HTTP/1.1 {status} ", text, StringComparison.Ordinal);
        Assert.Matches("Content-Length: [1-9]", text);
        Assert.EndsWith("\r\n\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_reaches_its_reader_while_it_is_written()
    {
        var goOn = new TaskCompletionSource();
        using var server = Start(_ => new HttpResponse(200, "text/event-stream", default)
        {
            Stream = async (stream, stopping) =>
            {
                await stream.WriteAsync("first"u8.ToArray(), stopping);
                await goOn.Task.WaitAsync(stopping);
                await stream.WriteAsync("second"u8.ToArray(), stopping);
            },
        });
        using var http = new HttpClient();

        using var response = await http.GetAsync(server.Uri, HttpCompletionOption.ResponseHeadersRead);
        using var body = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[100];
        var first = await body.ReadAsync(buffer);
        goOn.SetResult();
        var rest = await new StreamReader(body, Encoding.UTF8).ReadToEndAsync();

        Assert.Equal("first", Encoding.UTF8.GetString(buffer, 0, first));
        Assert.Equal("second", rest);
    }

    private static LoopbackServer Start(RouteHandler handler)
    {
        var server = new LoopbackServer(
            LoopbackListener.Open(0),
            handler,
            new ServiceClock(TimeProvider.System, () => TimeSpan.Zero),
            ConnectionLimits.OfTheService);
        server.Start();
        return server;
    }
}
