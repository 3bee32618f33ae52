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

        Assert.Equal(HttpStatusCode.OK, (await host.GetInboxAsync()).Status);
    }

    [Fact]
    public async Task Http403_is_a_missing_permission()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { Http403 = 1 });

        var response = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.Forbidden, response.Status);
        Assert.Equal(20002, response.ErrorCode);
        AssertNothingAccepted(host, "http403");
    }

    [Fact]
    public async Task Http400_holds_several_errors()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { Http400 = 1 });

        var response = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(10006, response.ErrorCode);
        Assert.Equal(
            [10002, 10001],
            response.Json.GetProperty("validationErrors").EnumerateArray()
                .Select(error => error.GetProperty("errorcode").GetInt32()));
        AssertNothingAccepted(host, "http400");
    }

    [Fact]
    public async Task EchoRequest_quotes_what_was_sent()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { EchoRequest = 1 });

        var response = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Contains("ada@example.com", response.Message, StringComparison.Ordinal);
        AssertNothingAccepted(host, "echoRequest");
    }

    [Fact]
    public async Task RetryAfterDate_is_a_date_by_a_clock_that_may_be_ahead()
    {
        using var host = await SandboxHost.StartAsync(
            new SandboxFaults { Http429 = 1, RetryAfter = 60, RetryAfterDate = 1, ClockAhead = 3600 });

        var response = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal("Sun, 01 Mar 2026 13:00:00 GMT", response.Headers["Date"]);
        Assert.Equal("Sun, 01 Mar 2026 13:01:00 GMT", response.Headers["Retry-After"]);
        Assert.False(response.Json.TryGetProperty("retryAfter", out _));
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
