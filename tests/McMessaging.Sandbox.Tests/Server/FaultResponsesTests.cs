using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Server;

public class FaultResponsesTests
{
    [Fact]
    public async Task Http500_is_a_JSON_error_and_accepts_nothing()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { Http500 = 1 });

        var response = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.InternalServerError, response.Status);
        Assert.Equal("Internal Server Error", response.Message);
        AssertNothingAccepted(host, "http500");
    }

    [Fact]
    public async Task Http503_has_its_code_and_Retry_After_and_accepts_nothing()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { Http503 = 1, RetryAfter = 7 });

        var response = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.Status);
        Assert.Equal(50300, response.ErrorCode);
        Assert.Equal("7", response.Headers["Retry-After"]);
        AssertNothingAccepted(host, "http503");
    }

    [Fact]
    public async Task Http429_says_when_to_repeat_in_header_and_body()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { Http429 = 1, RetryAfter = 5 });

        var response = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.TooManyRequests, response.Status);
        Assert.Equal(50100, response.ErrorCode);
        Assert.Equal("Rate limit exceeded", response.Message);
        Assert.Equal(5, response.Json.GetProperty("retryAfter").GetInt32());
        Assert.Equal("5", response.Headers["Retry-After"]);
        AssertNothingAccepted(host, "http429");
    }

    [Fact]
    public async Task Blocked_does_not_say_when_to_repeat()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { Blocked = 1 });

        var response = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.TooManyRequests, response.Status);
        Assert.Equal(50200, response.ErrorCode);
        Assert.False(response.Headers.ContainsKey("Retry-After"));
        Assert.False(response.Json.TryGetProperty("retryAfter", out _));
        AssertNothingAccepted(host, "blocked");
    }

    [Fact]
    public async Task HtmlError_is_a_502_page()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { HtmlError = 1 });

        var response = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.BadGateway, response.Status);
        Assert.StartsWith("text/html", response.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", response.Text, StringComparison.Ordinal);
        AssertNothingAccepted(host, "htmlError");
    }

    [Fact]
    public async Task ExpireToken_kills_the_token_for_good()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { ExpireToken = 1 });

        var expired = await host.SendEmailsAsync(Bodies.Email("k1"));
        host.Sandbox.SetFaults(new SandboxFaults());
        var stillExpired = await host.SendEmailsAsync(Bodies.Email("k1"));
        await host.AuthorizeAsync();
        var renewed = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.Unauthorized, expired.Status);
        Assert.Contains("invalid_token", expired.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, stillExpired.Status);
        Assert.Equal(HttpStatusCode.Accepted, renewed.Status);
        Assert.Equal(1, host.Sandbox.Counters.Faults["expireToken"]);
    }

    [Fact]
    public async Task Slow_holds_the_response_back_for_three_seconds()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { Slow = 1 });

        var response = host.SendEmailsAsync(Bodies.Email("k1"));
        var delay = await host.Clock.NextTimerAsync();
        Assert.Equal(1, host.Sandbox.Counters.EmailAccepted);
        Assert.False(response.IsCompleted);
        host.Clock.Advance(delay);

        Assert.Equal(TimeSpan.FromSeconds(3), delay);
        Assert.Equal(HttpStatusCode.Accepted, (await response).Status);
        Assert.Equal(1, host.Sandbox.Counters.Faults["slow"]);
    }

    [Fact]
    public async Task LatencyMs_holds_every_response_back_and_is_no_counted_fault()
    {
        var faults = new SandboxFaults { LatencyMs = 250, Http500 = 1 };
        using var host = await SandboxHost.StartAsync(faults);

        var response = host.SendEmailsAsync(Bodies.Email("k1"));
        var delay = await host.Clock.NextTimerAsync();
        host.Clock.Advance(delay);

        Assert.Equal(TimeSpan.FromMilliseconds(250), delay);
        Assert.Equal(HttpStatusCode.InternalServerError, (await response).Status);
        Assert.Equal(1, host.Sandbox.Counters.FaultsInjected);
    }

    [Fact]
    public async Task Read_routes_meet_faults_too()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { Http429 = 1, RetryAfter = 3 });

        var status = await host.GetAsync("messaging/v1/email/messages/k1");
        var definitions = await host.GetAsync("messaging/v1/email/definitions");

        Assert.Equal(HttpStatusCode.TooManyRequests, status.Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, definitions.Status);
        Assert.Equal("3", status.Headers["Retry-After"]);
    }

    [Fact]
    public async Task Faults_leave_the_inbox_alone()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { Http500 = 1, DropBefore = 1 });

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/")).Status);
    }

    private static void AssertNothingAccepted(SandboxHost host, string fault)
    {
        var counters = host.Sandbox.Counters;
        Assert.Equal(0, counters.EmailAccepted);
        Assert.Equal(1, counters.Requests);
        Assert.Equal(1, counters.FaultsInjected);
        Assert.Equal(new Dictionary<string, long> { [fault] = 1 }, counters.Faults);
        Assert.Empty(host.Sandbox.GetMessages());
    }
}
