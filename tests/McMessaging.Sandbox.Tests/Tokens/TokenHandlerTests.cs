using System.Net;
using System.Text.Json;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Tokens;

public class TokenHandlerTests
{
    [Fact]
    public async Task A_token_response_has_the_members_of_the_service()
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.RequestTokenAsync("""
            {"grant_type":"client_credentials","client_id":"the-client","client_secret":"the-secret",
            "scope":"email_send sms_send","account_id":123456}
            """);

        Assert.Equal(HttpStatusCode.OK, response.Status);
        var json = response.Json;
        Assert.NotEmpty(json.GetProperty("access_token").GetString()!);
        Assert.Equal("Bearer", json.GetProperty("token_type").GetString());
        Assert.Equal(1080, json.GetProperty("expires_in").GetInt32());
        Assert.Equal("email_send sms_send", json.GetProperty("scope").GetString());
        Assert.Equal(host.Sandbox.Uri.AbsoluteUri, json.GetProperty("rest_instance_url").GetString());
        Assert.Equal(host.Sandbox.Uri.AbsoluteUri, json.GetProperty("soap_instance_url").GetString());
    }

    [Theory]
    [InlineData("the-client", "wrong")]
    [InlineData("wrong", "the-secret")]
    public async Task Wrong_credentials_are_401_invalid_client(string id, string secret)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.RequestTokenAsync(
            $$"""{"grant_type":"client_credentials","client_id":"{{id}}","client_secret":"{{secret}}"}""");

        Assert.Equal(HttpStatusCode.Unauthorized, response.Status);
        Assert.Equal("invalid_client", response.Json.GetProperty("error").GetString());
        Assert.StartsWith(
            "Client authentication failed.",
            response.Json.GetProperty("error_description").GetString(),
            StringComparison.Ordinal);
        Assert.Equal("https://developer.salesforce.com/docs", response.Json.GetProperty("error_uri").GetString());
    }

    [Theory]
    [InlineData("""{"grant_type":"password"}""", "unsupported_grant_type")]
    [InlineData("""{"client_id":"the-client","client_secret":"the-secret"}""", "invalid_request")]
    [InlineData("""{"grant_type":"client_credentials","client_id":7}""", "invalid_request")]
    [InlineData("""{"grant_type":"client_credentials","account_id":"BU"}""", "invalid_request")]
    [InlineData("""{"grant_type":"\ud800"}""", "invalid_request")]
    [InlineData("grant_type=client_credentials", "invalid_request")]
    [InlineData("[]", "invalid_request")]
    [InlineData("", "invalid_request")]
    public async Task A_malformed_token_request_is_400(string body, string error)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.RequestTokenAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(error, response.Json.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Token_requests_and_tokens_are_counted_apart()
    {
        using var host = await SandboxHost.StartAsync();
        await host.RequestTokenAsync("{}");

        Assert.Equal(2, host.Sandbox.Counters.TokenRequests);
        Assert.Equal(1, host.Sandbox.Counters.TokensIssued);
        Assert.Equal(0, host.Sandbox.Counters.Requests);
    }

    [Fact]
    public async Task Faults_leave_the_token_endpoint_alone()
    {
        var faults = new SandboxFaults { Http500 = 1, DropBefore = 1, LatencyMs = 60_000 };
        using var host = await SandboxHost.StartAsync(faults);

        Assert.NotEmpty(await host.FetchTokenAsync());
    }
}
