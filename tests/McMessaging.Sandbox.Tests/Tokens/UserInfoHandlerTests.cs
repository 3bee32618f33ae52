using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Tokens;

public class UserInfoHandlerTests
{
    [Fact]
    public async Task The_user_the_organization_and_the_application_of_a_token_are_told()
    {
        using var host = await SandboxHost.StartAsync();
        host.UseToken(await host.FetchTokenAsync(",\"scope\":\"email_send\",\"account_id\":7"));

        var info = (await host.GetAsync("v2/userinfo")).Json;

        Assert.Equal(
            ["exp", "iss", "user", "organization", "rest", "application", "permissions"],
            info.EnumerateObject().Select(member => member.Name));
        Assert.Equal(host.Sandbox.Now.AddSeconds(1080).ToUnixTimeSeconds(), info.GetProperty("exp").GetInt64());
        Assert.Equal(7, info.GetProperty("organization").GetProperty("member_id").GetInt64());
        Assert.Equal(
            host.Sandbox.Uri.AbsoluteUri, info.GetProperty("rest").GetProperty("rest_instance_url").GetString());
        Assert.Equal(
            ["email_send"],
            info.GetProperty("application").GetProperty("appScopes").EnumerateArray().Select(s => s.GetString()));
    }

    [Fact]
    public async Task Without_a_good_token_it_is_401()
    {
        using var host = await SandboxHost.StartAsync();
        host.UseToken("guessed");

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync("v2/userinfo")).Status);
    }
}
