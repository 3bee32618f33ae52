using System.Net;
using System.Net.Sockets;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Server;

public class SandboxTests
{
    [Fact]
    public void A_sandbox_says_where_it_is_and_does_not_tell_its_secret()
    {
        using var sandbox = Sandbox.Start(new SandboxOptions { ClientSecret = "do-not-show" });

        Assert.Equal($"Sandbox at {sandbox.Uri}", sandbox.ToString());
        Assert.Matches("^http://127\\.0\\.0\\.1:[0-9]+/$", sandbox.Uri.AbsoluteUri);
        Assert.Matches($"^{sandbox.Uri}\\?key=[A-Za-z0-9_-]{{32}}$", sandbox.InboxUri.AbsoluteUri);
        Assert.True(sandbox.IsRunning);
        Assert.Equal("do-not-show", sandbox.RevealClientSecret());
        Assert.DoesNotContain(
            typeof(Sandbox).GetProperties(),
            property => Equals(property.GetValue(sandbox), "do-not-show"));
    }

    [Fact]
    public void Credentials_are_made_up_when_none_are_given()
    {
        using var first = Sandbox.Start(new SandboxOptions());
        using var second = Sandbox.Start(new SandboxOptions());

        Assert.NotEmpty(first.ClientId);
        Assert.NotEqual(first.ClientId, second.ClientId);
        Assert.NotEqual(first.RevealClientSecret(), second.RevealClientSecret());
        Assert.NotEqual(first.Uri, second.Uri);
    }

    [Fact]
    public void A_port_that_is_taken_is_named_in_the_error()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var error = Assert.Throws<InvalidOperationException>(
            () => Sandbox.Start(new SandboxOptions { Port = port }));

        Assert.Contains($"Port {port}", error.Message, StringComparison.Ordinal);
        Assert.Contains("Choose another port", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_of_another_sandbox_is_taken_until_that_one_stops()
    {
        var first = Sandbox.Start(new SandboxOptions());
        var samePort = new SandboxOptions { Port = first.Uri.Port };
        Assert.Throws<InvalidOperationException>(() => Sandbox.Start(samePort));

        first.Stop();

        using var second = Sandbox.Start(samePort);
        Assert.Equal(first.Uri, second.Uri);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public void A_port_outside_the_range_is_an_error(int port)
    {
        var error = Assert.Throws<ArgumentException>(() => Sandbox.Start(new SandboxOptions { Port = port }));

        Assert.Contains("0 to 65535", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_range_are_errors_which_name_the_option()
    {
        AssertRefused(new SandboxOptions { InboxCapacity = 0 }, "InboxCapacity");
        AssertRefused(new SandboxOptions { TokenLifetime = TimeSpan.Zero }, "TokenLifetime");
        AssertRefused(new SandboxOptions { DeliveryDelay = TimeSpan.FromSeconds(-1) }, "DeliveryDelay");
        AssertRefused(new SandboxOptions { ClientId = "" }, "ClientId");
        AssertRefused(new SandboxOptions { ClientSecret = "" }, "ClientSecret");
        AssertRefused(new SandboxOptions { Faults = new SandboxFaults { Http500 = 2 } }, "http500");

        static void AssertRefused(SandboxOptions options, string name) => Assert.Contains(
            name,
            Assert.Throws<ArgumentException>(() => Sandbox.Start(options)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_ends_open_connections_and_may_be_called_again()
    {
        using var host = await SandboxHost.StartAsync();
        using var idle = new TcpClient();
        await idle.ConnectAsync(IPAddress.Loopback, host.Sandbox.Uri.Port);
        await WriteRequestAsync(idle, host.Sandbox.Uri);

        host.Sandbox.Stop();
        host.Sandbox.Stop();

        Assert.False(host.Sandbox.IsRunning);
        Assert.Equal(0, await ReadToEndAsync(idle));
        await Assert.ThrowsAsync<HttpRequestException>(() => host.GetAsync("/"));
    }

    [Fact]
    public async Task Stop_does_not_wait_for_a_delayed_response()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { LatencyMs = 600_000 });
        var delayed = host.SendEmailsAsync(Bodies.Email("k1"));
        await host.Clock.NextTimerAsync();

        host.Sandbox.Stop();

        await Assert.ThrowsAsync<HttpRequestException>(() => delayed);
    }

    private static async Task WriteRequestAsync(TcpClient client, Uri uri)
    {
        await using var writer = new StreamWriter(client.GetStream(), leaveOpen: true);
        await writer.WriteAsync($"GET /inbox/base.css HTTP/1.1\r\nHost: {uri.Authority}\r\n\r\n");
        await writer.FlushAsync();
        Assert.NotEqual(0, await client.GetStream().ReadAsync(new byte[100]));
    }

    private static async Task<int> ReadToEndAsync(TcpClient client)
    {
        var buffer = new byte[64 * 1024];
        int read;
        do
        {
            read = await client.GetStream().ReadAsync(buffer);
        }
        while (read > 0);
        return read;
    }
}
