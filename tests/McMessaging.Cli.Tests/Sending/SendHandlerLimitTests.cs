using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Sending;

public sealed class SendHandlerLimitTests : SandboxTest
{
    public SendHandlerLimitTests() =>
        Console.StandardInput = "ContactKey,To\n1,a@example.com\n2,b@example.com\n";

    [Fact]
    public async Task A_rate_makes_batches_smaller_and_is_told_in_the_summary()
    {
        Assert.Equal(0, await SendAsync("--recipients-per-minute", "12000"));

        var summary = new SummaryNumbers(Console.Out);
        Assert.Equal((2, 12000), (summary["Accepted"], summary["At most a minute"]));
    }

    [Fact]
    public async Task Without_a_rate_the_summary_says_nothing_of_one()
    {
        await SendAsync();

        Assert.DoesNotContain("At most", Console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_retries_a_failure_is_told_at_once()
    {
        Sandbox.SetFaults(new SandboxFaults { Http500 = 1 });

        Assert.Equal(1, await SendAsync("--max-retry", "0"));

        var summary = new SummaryNumbers(Console.Out);
        Assert.Equal((2, 0), (summary["Unknown"], summary["Retries"]));
    }

    [Fact]
    public async Task The_limit_of_a_request_holds_for_a_token_host_that_hangs()
    {
        var hangs = new TaskCompletionSource();
        await using var service = new SocketService(_ => hangs.Task);
        Console.Variables["SFMC_AUTH_BASE_URL"] = service.Address.ToString();

        try
        {
            // Without the limit it takes a minute.
            Assert.Equal(4, await SendAsync("--retry-timeout", "1").WaitAsync(TimeSpan.FromSeconds(30)));
        }
        finally
        {
            hangs.SetResult();
        }

        Assert.Contains("No token", Console.Error, StringComparison.Ordinal);
    }

    private Task<int> SendAsync(params string[] options) =>
        Console.SendEmailAsync("-", ["--format", "csv", .. options]);
}
