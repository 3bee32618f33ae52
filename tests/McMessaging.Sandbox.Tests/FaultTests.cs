using System.Net;
using System.Net.Sockets;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests;

public class FaultTests
{
    [Fact]
    public async Task Http500_is_a_JSON_error_and_accepts_nothing()
    {
        using SandboxHost host = await SandboxHost.StartAsync(new SandboxFaults { Http500 = 1 });

        Answer answer = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Equal("Internal Server Error", answer.Message);
        AssertNothingAccepted(host, "http500");
    }

    [Fact]
    public async Task Http503_has_its_code_and_Retry_After_and_accepts_nothing()
    {
        using SandboxHost host = await SandboxHost.StartAsync(new SandboxFaults { Http503 = 1, RetryAfter = 7 });

        Answer answer = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal(50300, answer.ErrorCode);
        Assert.Equal("7", answer.Headers["Retry-After"]);
        AssertNothingAccepted(host, "http503");
    }

    [Fact]
    public async Task Http429_says_when_to_repeat_in_header_and_body()
    {
        using SandboxHost host = await SandboxHost.StartAsync(new SandboxFaults { Http429 = 1, RetryAfter = 5 });

        Answer answer = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal(50100, answer.ErrorCode);
        Assert.Equal("Rate limit exceeded", answer.Message);
        Assert.Equal(5, answer.Json.GetProperty("retryAfter").GetInt32());
        Assert.Equal("5", answer.Headers["Retry-After"]);
        AssertNothingAccepted(host, "http429");
    }

    [Fact]
    public async Task Blocked_does_not_say_when_to_repeat()
    {
        using SandboxHost host = await SandboxHost.StartAsync(new SandboxFaults { Blocked = 1 });

        Answer answer = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal(50200, answer.ErrorCode);
        Assert.False(answer.Headers.ContainsKey("Retry-After"));
        Assert.False(answer.Json.TryGetProperty("retryAfter", out _));
        AssertNothingAccepted(host, "blocked");
    }

    [Fact]
    public async Task HtmlError_is_a_502_page()
    {
        using SandboxHost host = await SandboxHost.StartAsync(new SandboxFaults { HtmlError = 1 });

        Answer answer = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.BadGateway, answer.Status);
        Assert.StartsWith("text/html", answer.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", answer.Text, StringComparison.Ordinal);
        AssertNothingAccepted(host, "htmlError");
    }

    [Fact]
    public async Task DropBefore_ends_the_connection_without_an_answer_and_accepts_nothing()
    {
        using SandboxHost host = await SandboxHost.StartAsync(new SandboxFaults { DropBefore = 1 });

        await AssertDroppedAsync(host);

        AssertNothingAccepted(host, "dropBefore");
    }

    [Fact]
    public async Task DropAfter_accepts_and_ends_the_connection_without_an_answer()
    {
        using SandboxHost host = await SandboxHost.StartAsync(new SandboxFaults { DropAfter = 1 });

        await AssertDroppedAsync(host);

        Assert.Equal(1, host.Sandbox.Counters.EmailAccepted);
        Assert.Equal(1, host.Sandbox.Counters.Faults["dropAfter"]);
    }

    [Fact]
    public async Task A_repeat_after_dropAfter_tells_of_the_duplicate()
    {
        using SandboxHost host = await SandboxHost.StartAsync(new SandboxFaults { DropAfter = 1 });
        await AssertDroppedAsync(host);
        host.Sandbox.SetFaults(new SandboxFaults());

        Answer answer = await host.SendEmailsAsync(Bodies.Email("k1"), Bodies.Email("k2"));

        Assert.Equal(109110, answer.Responses[0].GetProperty("errorcode").GetInt32());
        Assert.Equal(2, host.Sandbox.Counters.EmailAccepted);
    }

    [Fact]
    public async Task A_dropped_connection_carries_no_final_answer()
    {
        using SandboxHost host = await SandboxHost.StartAsync(new SandboxFaults { DropBefore = 1 });
        string token = await host.FetchTokenAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, host.Sandbox.Uri.Port);
        await using var writer = new StreamWriter(client.GetStream(), leaveOpen: true);
        await writer.WriteAsync(
            $"POST /messaging/v1/email/messages/k1 HTTP/1.1\r\nHost: {host.Sandbox.Uri.Authority}\r\n"
            + $"Authorization: Bearer {token}\r\nContent-Length: 0\r\n\r\n");
        await writer.FlushAsync();
        using var reader = new StreamReader(client.GetStream());

        string received = await reader.ReadToEndAsync();

        Assert.DoesNotMatch("HTTP/1.1 [2-5]", received);
    }

    [Fact]
    public async Task ExpireToken_kills_the_token_for_good()
    {
        using SandboxHost host = await SandboxHost.StartAsync(new SandboxFaults { ExpireToken = 1 });

        Answer expired = await host.SendEmailsAsync(Bodies.Email("k1"));
        host.Sandbox.SetFaults(new SandboxFaults());
        Answer stillExpired = await host.SendEmailsAsync(Bodies.Email("k1"));
        await host.AuthorizeAsync();
        Answer renewed = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.Unauthorized, expired.Status);
        Assert.Contains("invalid_token", expired.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, stillExpired.Status);
        Assert.Equal(HttpStatusCode.Accepted, renewed.Status);
        Assert.Equal(1, host.Sandbox.Counters.Faults["expireToken"]);
    }

    [Fact]
    public async Task Slow_holds_the_answer_back_for_three_seconds()
    {
        using SandboxHost host = await SandboxHost.StartAsync(new SandboxFaults { Slow = 1 });

        Task<Answer> answer = host.SendEmailsAsync(Bodies.Email("k1"));
        TimeSpan delay = await host.Clock.NextTimerAsync();
        Assert.Equal(1, host.Sandbox.Counters.EmailAccepted);
        Assert.False(answer.IsCompleted);
        host.Clock.Advance(delay);

        Assert.Equal(TimeSpan.FromSeconds(3), delay);
        Assert.Equal(HttpStatusCode.Accepted, (await answer).Status);
        Assert.Equal(1, host.Sandbox.Counters.Faults["slow"]);
    }

    [Fact]
    public async Task LatencyMs_holds_every_answer_back_and_is_no_counted_fault()
    {
        var faults = new SandboxFaults { LatencyMs = 250, Http500 = 1 };
        using SandboxHost host = await SandboxHost.StartAsync(faults);

        Task<Answer> answer = host.SendEmailsAsync(Bodies.Email("k1"));
        TimeSpan delay = await host.Clock.NextTimerAsync();
        host.Clock.Advance(delay);

        Assert.Equal(TimeSpan.FromMilliseconds(250), delay);
        Assert.Equal(HttpStatusCode.InternalServerError, (await answer).Status);
        Assert.Equal(1, host.Sandbox.Counters.FaultsInjected);
    }

    [Fact]
    public async Task RejectRecipient_refuses_the_same_part_of_the_recipients_each_time()
    {
        using SandboxHost host = await SandboxHost.StartAsync(new SandboxFaults { RejectRecipient = 0.3 });

        int[] first = RefusedIn(await SendThousandAsync(host, "first"));
        int[] second = RefusedIn(await SendThousandAsync(host, "second"));

        Assert.InRange(first.Length, 200, 400);
        Assert.Equal(first, second);
        Assert.Equal(2 * first.Length, host.Sandbox.Counters.Faults["rejectRecipient"]);
        Assert.Equal(2 * (1000 - first.Length), host.Sandbox.Counters.EmailAccepted);
    }

    [Fact]
    public async Task RejectRecipient_does_not_hide_that_a_message_was_accepted_before()
    {
        using SandboxHost host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(Bodies.Email("k1"));
        host.Sandbox.SetFaults(new SandboxFaults { RejectRecipient = 1 });

        Answer answer = await host.SendEmailsAsync(Bodies.Email("k1"), Bodies.Email("k2"));

        Assert.Equal(109110, answer.Responses[0].GetProperty("errorcode").GetInt32());
        Assert.Equal(109121, answer.Responses[1].GetProperty("errorcode").GetInt32());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_faults_and_another_seed_others()
    {
        var faults = new SandboxFaults { Http500 = 0.2, Http429 = 0.2, Blocked = 0.1 };

        string first = await StatusesAsync(faults, seed: 7);

        Assert.Equal(first, await StatusesAsync(faults, seed: 7));
        Assert.NotEqual(first, await StatusesAsync(faults, seed: 8));
    }

    [Fact]
    public async Task Reset_starts_the_sequence_of_faults_anew()
    {
        var faults = new SandboxFaults { Http500 = 0.5 };
        using SandboxHost host = await SandboxHost.StartAsync(faults);
        string first = await StatusesAsync(host);

        host.Sandbox.Reset();
        host.Sandbox.SetFaults(faults);

        Assert.Equal(first, await StatusesAsync(host));
    }

    [Fact]
    public async Task Faults_stay_near_their_rates()
    {
        var faults = new SandboxFaults { Http500 = 0.25 };
        using SandboxHost host = await SandboxHost.StartAsync(faults);

        await StatusesAsync(host, count: 400);

        Assert.InRange(host.Sandbox.Counters.FaultsInjected, 60, 140);
        Assert.Equal(400, host.Sandbox.Counters.Requests);
    }

    [Fact]
    public async Task Faults_leave_the_inbox_alone()
    {
        using SandboxHost host = await SandboxHost.StartAsync(new SandboxFaults { Http500 = 1, DropBefore = 1 });

        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/")).Status);
    }

    private static async Task AssertDroppedAsync(SandboxHost host)
    {
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => host.SendEmailsAsync(Bodies.Email("k1")));
        Assert.Null(error.StatusCode);
        Assert.Equal(HttpRequestError.ResponseEnded, error.HttpRequestError);
    }

    private static void AssertNothingAccepted(SandboxHost host, string fault)
    {
        SandboxCounters counters = host.Sandbox.Counters;
        Assert.Equal(0, counters.EmailAccepted);
        Assert.Equal(1, counters.Requests);
        Assert.Equal(1, counters.FaultsInjected);
        Assert.Equal(new Dictionary<string, long> { [fault] = 1 }, counters.Faults);
        Assert.Empty(host.Sandbox.GetMessages());
    }

    private static Task<Answer> SendThousandAsync(SandboxHost host, string keyPrefix) =>
        host.SendEmailsAsync([.. Enumerable.Range(0, 1000)
            .Select(i => Bodies.Email($"{keyPrefix}{i}", $"contact{i}", $"contact{i}@example.com"))]);

    private static int[] RefusedIn(Answer answer) => [.. answer.Responses
        .Select((item, index) => (item, index))
        .Where(pair => pair.item.TryGetProperty("errorcode", out _))
        .Select(pair => pair.index)];

    private static async Task<string> StatusesAsync(SandboxFaults faults, int seed)
    {
        using SandboxHost host = await SandboxHost.StartAsync(faults, seed);
        return await StatusesAsync(host);
    }

    private static async Task<string> StatusesAsync(SandboxHost host, int count = 40)
    {
        var statuses = new List<int>();
        for (int i = 0; i < count; i++)
            statuses.Add((int)(await host.SendEmailsAsync(Bodies.Email(Guid.NewGuid().ToString()))).Status);
        return string.Join(" ", statuses);
    }
}
