using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Inbox;

public class ControlsApiTests
{
    [Fact]
    public async Task Faults_are_switched_on_and_off_one_by_one()
    {
        using var host = await SandboxHost.StartAsync(SandboxFaults.Parse(["slow=0.5", "latencyMs=7"]));

        var response = await ChangeFaultsAsync(host, """{"http500":"0.25","slow":null,"http503@sms/code":"1x3"}""");

        Assert.Equal("""{"http500":"0.25","latencyMs":"7","http503@sms/code":"1x3"}""", response.Text);
        Assert.Equal(
            "http500=0.25,latencyMs=7,http503@sms/code=1x3",
            string.Join(',', host.Sandbox.Faults.ToPairs().Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Fact]
    public async Task A_rule_that_counted_down_is_not_set_back_by_another_change()
    {
        using var host = await SandboxHost.StartAsync(SandboxFaults.Parse(["http500@email=1x3"]));
        await host.SendEmailsAsync(Bodies.Email("k1"));

        await ChangeFaultsAsync(host, """{"slow":"0.5"}""");

        Assert.Equal(2, host.Sandbox.Faults.Rules.Single().Requests);
    }

    [Theory]
    [InlineData("""{"nothing":"1"}""")]
    [InlineData("""{"http500":"2"}""")]
    [InlineData("""{"http500":"much"}""")]
    [InlineData("""{"slow":"1","token500@sms":"1"}""")]
    [InlineData("""{"http500":1}""")]
    [InlineData("[]")]
    [InlineData("nothing")]
    public async Task Faults_that_there_cannot_be_change_nothing_and_the_error_says_why(string json)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.AskInboxAsync(HttpMethod.Patch, "faults", json);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.NotEmpty(response.Message);
        Assert.Empty(host.Sandbox.Faults.ToPairs());
    }

    [Theory]
    [InlineData("3600", 3600)]
    [InlineData("-90.5", -90.5)]
    [InlineData("315360000", 315360000)]
    public async Task The_clock_is_moved(string seconds, double moved)
    {
        using var host = await SandboxHost.StartAsync();
        var before = host.Sandbox.Now;

        await host.AskInboxAsync(HttpMethod.Post, "clock", $$"""{"seconds":{{seconds}}}""");

        Assert.Equal(before.AddSeconds(moved), host.Sandbox.Now);
    }

    [Theory]
    [InlineData("315360001")]
    [InlineData("-1e300")]
    [InlineData("\"soon\"")]
    public async Task The_clock_is_not_moved_beyond_ten_years(string seconds)
    {
        using var host = await SandboxHost.StartAsync();
        var before = host.Sandbox.Now;

        var response = await host.AskInboxAsync(HttpMethod.Post, "clock", $$"""{"seconds":{{seconds}}}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(before, host.Sandbox.Now);
    }

    [Fact]
    public async Task A_reset_forgets_everything()
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(Bodies.Email("k1"));
        await ChangeFaultsAsync(host, """{"slow":"1"}""");

        var response = await host.AskInboxAsync(HttpMethod.Post, "reset", "{}");

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Empty(host.Sandbox.GetMessages());
        Assert.Empty(host.Sandbox.Faults.ToPairs());
    }

    private static async Task<Response> ChangeFaultsAsync(SandboxHost host, string json)
    {
        var response = await host.AskInboxAsync(HttpMethod.Patch, "faults", json);
        Assert.Equal(HttpStatusCode.OK, response.Status);
        return response;
    }
}
