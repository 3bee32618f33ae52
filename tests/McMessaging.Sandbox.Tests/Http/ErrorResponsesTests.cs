using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Http;

public class ErrorResponsesTests
{
    [Fact]
    public async Task Documentation_is_empty_but_for_401()
    {
        using var host = await SandboxHost.StartAsync();

        var wrong = await host.SendEmailsAsync();
        host.UseToken(null);
        var unauthorized = await host.SendEmailsAsync();

        Assert.Equal("", wrong.Json.GetProperty("documentation").GetString());
        Assert.StartsWith(
            "https://developer.salesforce.com/",
            unauthorized.Json.GetProperty("documentation").GetString(),
            StringComparison.Ordinal);
    }
}
