using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Server;

public class MessagingPipelineTests
{
    public static TheoryData<string, string> MessagingRoutes { get; } = new()
    {
        { "POST", "messaging/v1/email/messages" },
        { "POST", "messaging/v1/sms/messages" },
        { "POST", "messaging/v1/email/messages/k1" },
        { "GET", "messaging/v1/email/messages/?type=notSent" },
        { "GET", "messaging/v1/sms/messages/k1" },
        { "POST", "messaging/v1/messageDefinitionSends/key:welcome/send" },
        { "GET", "messaging/v1/messageDefinitionSends/key:welcome/deliveryRecords/1" },
        { "POST", "messaging/v1/email/definitions" },
        { "GET", "messaging/v1/email/definitions" },
        { "GET", "messaging/v1/email/definitions/welcome" },
        { "PATCH", "messaging/v1/email/definitions/welcome" },
        { "DELETE", "messaging/v1/email/definitions/welcome" },
        { "GET", "messaging/v1/sms/definitions/welcome/queue" },
        { "DELETE", "messaging/v1/sms/definitions/welcome/queue" },
        { "GET", "platform/v1/tokenContext" },
    };

    [Theory]
    [MemberData(nameof(MessagingRoutes))]
    public async Task Every_route_refuses_a_request_without_a_good_token(string method, string path)
    {
        using var host = await SandboxHost.StartAsync();
        foreach (var token in new[] { null, "unknown", "" })
        {
            host.UseToken(token);

            var response = await host.SendAsync(new HttpMethod(method), path, method == "GET" ? null : "{}");

            AssertNotAuthorized(response);
        }
    }

    [Fact]
    public async Task A_token_dies_when_its_time_is_over()
    {
        using var host = await SandboxHost.StartAsync(tokenLifetime: TimeSpan.FromSeconds(60));
        host.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(HttpStatusCode.Accepted, (await host.SendEmailsAsync(Bodies.Email("k1"))).Status);

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        AssertNotAuthorized(await host.SendEmailsAsync(Bodies.Email("k2")));

        await host.AuthorizeAsync();
        Assert.Equal(HttpStatusCode.Accepted, (await host.SendEmailsAsync(Bodies.Email("k2"))).Status);
    }

    [Fact]
    public async Task A_new_token_leaves_the_older_one_good()
    {
        using var host = await SandboxHost.StartAsync();
        await host.FetchTokenAsync();

        Assert.Equal(HttpStatusCode.Accepted, (await host.SendEmailsAsync(Bodies.Email("k1"))).Status);
    }

    [Fact]
    public async Task A_request_without_a_good_token_is_counted_and_keeps_nothing()
    {
        using var host = await SandboxHost.StartAsync();
        host.UseToken("unknown");
        await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(1, host.Sandbox.Counters.Requests);
        Assert.Empty(host.Sandbox.GetMessages());
    }

    private static void AssertNotAuthorized(Response response)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, response.Status);
        Assert.Equal(0, response.ErrorCode);
        Assert.Equal("Not Authorized", response.Message);
        Assert.EndsWith(
            "error-handling.htm", response.Json.GetProperty("documentation").GetString(), StringComparison.Ordinal);
        Assert.Contains("error=\"invalid_token\"", response.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        Assert.Contains("The access token expired", response.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }
}
