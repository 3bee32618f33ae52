using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Tokens;

public class ScopeRulesTests
{
    private const string Email = "messaging/v1/email/";
    private const string Sms = "messaging/v1/sms/";
    private const string Triggered = "messaging/v1/messageDefinitionSends/key:welcome/";

    public static TheoryData<string, string, string> Operations => new()
    {
        { "POST", Email + "messages", "email_send" },
        { "POST", Email + "messages/k1", "email_send" },
        { "GET", Email + "messages/k1", "email_read" },
        { "GET", Email + "messages?type=notSent", "email_read" },
        { "GET", Email + "definitions", "email_read" },
        { "GET", Email + "definitions/d", "email_read" },
        { "GET", Email + "definitions/d/queue", "email_read" },
        { "POST", Email + "definitions", "email_write" },
        { "PATCH", Email + "definitions/d", "email_write" },
        { "DELETE", Email + "definitions/d", "email_write" },
        { "DELETE", Email + "definitions/d/queue", "email_write" },
        { "POST", Sms + "messages", "sms_send" },
        { "GET", Sms + "messages/k1", "sms_read tracking_events_read" },
        { "GET", Sms + "definitions", "sms_read" },
        { "POST", Sms + "definitions", "sms_write" },
        { "POST", Triggered + "send", "email_send" },
        { "GET", Triggered + "deliveryRecords/id", "email_send" },
        { "GET", Triggered + "deliveryRecords/id", "email_read" },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_operation_needs_its_scopes_and_no_other(string method, string path, string scopes)
    {
        using var host = await SandboxHost.StartAsync();

        Assert.NotEqual(HttpStatusCode.Forbidden, (await CallWithAsync(host, scopes, method, path)).Status);
        foreach (var scope in scopes.Split(' '))
        {
            var others = All.Except([scope, .. Alternatives(path)]);
            var refused = await CallWithAsync(host, string.Join(' ', others), method, path);

            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.Equal(20002, refused.ErrorCode);
        }
    }

    [Fact]
    public async Task A_token_without_a_scope_has_those_of_the_package_and_one_with_an_empty_scope_none()
    {
        using var host = await SandboxHost.StartAsync(scopes: ["email_send"]);

        var package = await host.RequestTokenAsync(SandboxHost.TokenBody());
        var none = await host.RequestTokenAsync(SandboxHost.TokenBody(",\"scope\":\"\""));

        Assert.Equal("email_send", package.Json.GetProperty("scope").GetString());
        Assert.Equal("", none.Json.GetProperty("scope").GetString());
    }

    [Fact]
    public async Task A_scope_that_the_package_does_not_have_is_refused()
    {
        using var host = await SandboxHost.StartAsync(scopes: ["email_send"]);

        var response = await host.RequestTokenAsync(SandboxHost.TokenBody(",\"scope\":\"email_send sms_send\""));

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal("invalid_scope", response.Json.GetProperty("error").GetString());
    }

    private static IEnumerable<string> All =>
        ["email_read", "email_write", "email_send", "sms_read", "sms_write", "sms_send", "tracking_events_read"];

    private static string[] Alternatives(string path) =>
        path.Contains("deliveryRecords", StringComparison.Ordinal) ? ["email_read", "email_send"] : [];

    private static async Task<Response> CallWithAsync(SandboxHost host, string scopes, string method, string path)
    {
        host.UseToken(await host.FetchTokenAsync($",\"scope\":\"{scopes}\""));
        return await host.SendAsync(new HttpMethod(method), path, method is "POST" or "PATCH" ? "{}" : null);
    }
}
