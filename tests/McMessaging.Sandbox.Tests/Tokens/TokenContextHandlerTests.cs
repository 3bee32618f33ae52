using System.Net;
using System.Text.Json;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Tokens;

public class TokenContextHandlerTests
{
    [Fact]
    public async Task The_context_tells_the_enterprise_the_account_and_the_user_of_the_token()
    {
        using var host = await SandboxHost.StartAsync();
        var token = await host.RequestTokenAsync("""
            {"grant_type":"client_credentials","client_id":"the-client","client_secret":"the-secret",
            "scope":"email_send sms_send","account_id":"123456"}
            """);
        host.UseToken(token.Json.GetProperty("access_token").GetString());

        var response = await host.GetAsync("platform/v1/tokenContext");

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal(123456, response.Json.GetProperty("organization").GetProperty("id").GetInt64());
        Assert.True(response.Json.GetProperty("enterprise").GetProperty("id").GetInt64() > 0);
        Assert.True(response.Json.GetProperty("user").GetProperty("id").GetInt64() > 0);
        Assert.Equal(
            ["enterprise", "organization", "user"], response.Json.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Faults_leave_the_context_alone_and_it_is_no_messaging_request()
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { Http500 = 1, ExpireToken = 1 });

        var response = await host.GetAsync("platform/v1/tokenContext");

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal(0, host.Sandbox.Counters.Requests);
    }
}
