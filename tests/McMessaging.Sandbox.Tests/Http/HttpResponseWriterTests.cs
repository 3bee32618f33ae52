using System.Net;
using System.Net.Sockets;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Http;

public class HttpResponseWriterTests
{
    [Fact]
    public async Task DropBefore_ends_the_connection_without_a_response_and_accepts_nothing()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { DropBefore = 1 });

        await AssertDroppedAsync(host);

        Assert.Equal(0, host.Sandbox.Counters.EmailAccepted);
        Assert.Equal(1, host.Sandbox.Counters.Faults["dropBefore"]);
        Assert.Empty(host.Sandbox.GetMessages());
    }

    [Fact]
    public async Task DropAfter_accepts_and_ends_the_connection_without_a_response()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { DropAfter = 1 });

        await AssertDroppedAsync(host);

        Assert.Equal(1, host.Sandbox.Counters.EmailAccepted);
        Assert.Equal(1, host.Sandbox.Counters.Faults["dropAfter"]);
    }

    [Fact]
    public async Task A_repeat_after_dropAfter_tells_of_the_duplicate()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { DropAfter = 1 });
        await AssertDroppedAsync(host);
        host.Sandbox.SetFaults(new SandboxFaults());

        var response = await host.SendEmailsAsync(Bodies.Email("k1"), Bodies.Email("k2"));

        Assert.Equal(109110, response.Responses[0].GetProperty("errorcode").GetInt32());
        Assert.Equal(2, host.Sandbox.Counters.EmailAccepted);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task A_dropped_connection_carries_no_final_response(string method)
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { DropBefore = 1 });
        var token = await host.FetchTokenAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, host.Sandbox.Uri.Port);
        await using var writer = new StreamWriter(client.GetStream(), leaveOpen: true);
        await writer.WriteAsync(
            $"{method} /messaging/v1/email/messages/k1 HTTP/1.1\r\nHost: {host.Sandbox.Uri.Authority}\r\n"
            + $"Authorization: Bearer {token}\r\nContent-Length: 0\r\n\r\n");
        await writer.FlushAsync();
        using var reader = new StreamReader(client.GetStream());

        var received = await reader.ReadToEndAsync();

        Assert.DoesNotMatch("HTTP/1.1 [2-5]", received);
    }

    private static async Task AssertDroppedAsync(SandboxHost host)
    {
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => host.SendEmailsAsync(Bodies.Email("k1")));
        Assert.Null(error.StatusCode);
        Assert.Equal(HttpRequestError.ResponseEnded, error.HttpRequestError);
    }
}
