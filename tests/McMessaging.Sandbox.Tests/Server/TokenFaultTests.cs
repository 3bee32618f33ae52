using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Server;

public class TokenFaultTests
{
    [Fact]
    public async Task Token429_says_when_to_come_back_and_gives_no_token()
    {
        var response = await RequestTokenAsync(new SandboxFaults { Token429 = 1, RetryAfter = 9 });

        Assert.Equal(HttpStatusCode.TooManyRequests, response.Status);
        Assert.Equal("9", response.Headers["Retry-After"]);
        Assert.False(response.Json.TryGetProperty("access_token", out _));
    }

    [Fact]
    public async Task Token500_is_the_error_that_was_seen()
    {
        var response = await RequestTokenAsync(new SandboxFaults { Token500 = 1 });

        Assert.Equal(HttpStatusCode.InternalServerError, response.Status);
        Assert.Equal("Internal Server Error", response.Message);
        Assert.Equal(0, response.ErrorCode);
    }

    [Theory]
    [InlineData("tokenHtml", HttpStatusCode.OK)]
    [InlineData("token403", HttpStatusCode.Forbidden)]
    public async Task A_page_of_HTML_comes_from_something_before_the_service(string fault, HttpStatusCode status)
    {
        var response = await RequestTokenAsync(SandboxFaults.Parse([$"{fault}=1"]));

        Assert.Equal(status, response.Status);
        Assert.StartsWith("text/html", response.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokenHang_does_not_respond_until_the_sandbox_stops()
    {
        using var host = await SandboxHost.StartAsync();
        host.Sandbox.SetFaults(new SandboxFaults { TokenHang = 1 });

        var response = host.RequestTokenAsync(SandboxHost.TokenBody());
        await Waiting.ForAsync(() => host.Sandbox.Counters.Faults.ContainsKey("tokenHang"));

        Assert.False(response.IsCompleted);
        host.Sandbox.Stop();
        await Assert.ThrowsAsync<HttpRequestException>(() => response);
    }

    [Fact]
    public async Task Token_faults_leave_messages_alone_and_are_counted()
    {
        using var host = await SandboxHost.StartAsync();
        host.Sandbox.SetFaults(new SandboxFaults { Token500 = 1 });

        var send = await host.SendEmailsAsync(Bodies.Email("k1"));
        await host.RequestTokenAsync(SandboxHost.TokenBody());

        Assert.Equal(HttpStatusCode.Accepted, send.Status);
        Assert.Equal(new Dictionary<string, long> { ["token500"] = 1 }, host.Sandbox.Counters.Faults);
        Assert.Equal(2, host.Sandbox.Counters.TokenRequests);
        Assert.Equal(1, host.Sandbox.Counters.TokensIssued);
    }

    private static async Task<Response> RequestTokenAsync(SandboxFaults faults)
    {
        using var host = await SandboxHost.StartAsync();
        host.Sandbox.SetFaults(faults);
        return await host.RequestTokenAsync(SandboxHost.TokenBody());
    }
}
