using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Http;

public class HttpConnectionTests
{
    private const string TokenRequest = "POST /v2/token HTTP/1.1\r\n";
    private const string BodyEnd = "}";

    [Fact]
    public async Task A_body_in_chunks_is_put_together()
    {
        using var host = await SandboxHost.StartAsync();
        using var connection = await RawConnection.OpenAsync(host.Sandbox);
        var body = SandboxHost.TokenBody();

        await connection.WriteAsync(
            Head(host, TokenRequest, "Transfer-Encoding: chunked", "Connection: close")
            + $"5;note=x\r\n{body[..5]}\r\n{body.Length - 5:x}\r\n{body[5..]}\r\n0\r\nTrailer: x\r\n\r\n");

        Assert.Contains("access_token", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_that_come_at_once_are_responded_to_in_their_order()
    {
        using var host = await SandboxHost.StartAsync();
        using var connection = await RawConnection.OpenAsync(host.Sandbox);

        await connection.WriteAsync(
            Head(host, "GET /inbox/icon.svg HTTP/1.1\r\n")
            + Head(host, "GET /nowhere HTTP/1.1\r\n", "Connection: close"));

        var text = await connection.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", text, StringComparison.Ordinal);
        Assert.Contains("</svg>\nHTTP/1.1 404 Not Found\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_waits_for_leave_to_send_its_body_gets_it()
    {
        using var host = await SandboxHost.StartAsync();
        using var connection = await RawConnection.OpenAsync(host.Sandbox);
        var body = SandboxHost.TokenBody();

        await connection.WriteAsync(Head(
            host, TokenRequest, $"Content-Length: {body.Length}", "Expect: 100-continue", "Connection: close"));
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", await connection.ReadUntilAsync("\r\n\r\n"));
        await connection.WriteAsync(body);

        Assert.Contains("access_token", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_over_4_MB_is_413_and_the_connection_stays()
    {
        using var host = await SandboxHost.StartAsync();
        using var connection = await RawConnection.OpenAsync(host.Sandbox);
        var large = new string('x', (4 * 1024 * 1024) + 1);

        await connection.WriteAsync(Head(host, TokenRequest, $"Content-Length: {large.Length}") + large);
        Assert.StartsWith("HTTP/1.1 413 ", await connection.ReadUntilAsync(BodyEnd), StringComparison.Ordinal);
        await connection.WriteAsync(Head(host, "GET /nowhere HTTP/1.1\r\n"));

        Assert.StartsWith("HTTP/1.1 404 ", await connection.ReadUntilAsync(BodyEnd), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_request_is_400_and_ends_the_connection()
    {
        using var host = await SandboxHost.StartAsync();
        using var connection = await RawConnection.OpenAsync(host.Sandbox);

        await connection.WriteAsync("HELLO\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_without_end_is_no_request()
    {
        using var host = await SandboxHost.StartAsync();
        using var connection = await RawConnection.OpenAsync(host.Sandbox);

        await connection.WriteAsync($"GET / HTTP/1.1\r\nX-Long: {new string('x', 100_000)}");

        Assert.DoesNotContain("HTTP/1.1 2", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private static string Head(SandboxHost host, string line, params string[] headers) =>
        $"{line}Host: {host.Sandbox.Uri.Authority}\r\n{string.Concat(headers.Select(one => one + "\r\n"))}\r\n";
}
