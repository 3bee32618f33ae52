using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Http;

public class LoopbackHostsTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    public async Task Loopback_names_with_the_port_are_accepted(string name)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await GetWithHostAsync(host, $"{name}:{host.Sandbox.Uri.Port}");

        Assert.Equal(HttpStatusCode.OK, response.Status);
    }

    [Theory]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost")]
    public async Task A_wrong_port_is_421(string header)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await GetWithHostAsync(host, header);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.Status);
        Assert.DoesNotContain("color-scheme", response.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    public async Task Another_name_is_refused_before_anyone_sees_the_request(string name)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await GetWithHostAsync(host, $"{name}:{host.Sandbox.Uri.Port}");

        Assert.InRange((int)response.Status, 400, 499);
        Assert.DoesNotContain("color-scheme", response.Text, StringComparison.Ordinal);
    }

    private static Task<Response> GetWithHostAsync(SandboxHost host, string header)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/inbox/base.css");
        request.Headers.Host = header;
        return host.SendAsync(request);
    }
}
