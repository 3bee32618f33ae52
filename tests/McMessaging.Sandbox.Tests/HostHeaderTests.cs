using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests;

public class HostHeaderTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    public async Task Loopback_names_with_the_port_are_answered(string name)
    {
        using var host = await SandboxHost.StartAsync();

        var answer = await GetWithHostAsync(host, $"{name}:{host.Sandbox.Uri.Port}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost")]
    public async Task A_wrong_port_is_421(string header)
    {
        using var host = await SandboxHost.StartAsync();

        var answer = await GetWithHostAsync(host, header);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.Status);
        Assert.DoesNotContain("Sandbox inbox", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    public async Task Another_name_is_refused_before_anyone_sees_the_request(string name)
    {
        using var host = await SandboxHost.StartAsync();

        var answer = await GetWithHostAsync(host, $"{name}:{host.Sandbox.Uri.Port}");

        Assert.InRange((int)answer.Status, 400, 499);
        Assert.DoesNotContain("Sandbox inbox", answer.Text, StringComparison.Ordinal);
    }

    private static Task<Answer> GetWithHostAsync(SandboxHost host, string header)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = header;
        return host.SendAsync(request);
    }
}
