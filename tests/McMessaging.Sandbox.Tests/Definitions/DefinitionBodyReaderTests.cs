using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Definitions;

public class DefinitionBodyReaderTests
{
    private const string Emails = "messaging/v1/email/definitions";
    private const string Texts = "messaging/v1/sms/definitions";

    [Theory]
    [InlineData("""{"name":"A","content":{"customerKey":"c"},"subscriptions":{"list":"l"}}""", 109107)]
    [InlineData("""{"definitionKey":"","name":"A","content":{"customerKey":"c"}}""", 109107)]
    [InlineData("""{"definitionKey":"a","content":{"customerKey":"c"},"subscriptions":{"list":"l"}}""", 10002)]
    [InlineData("""{"definitionKey":"a","name":"A","subscriptions":{"list":"l"}}""", 10002)]
    [InlineData("""{"definitionKey":"a","name":"A","content":{"customerKey":"c"}}""", 10002)]
    [InlineData("""{"definitionKey":"a","name":7}""", 10001)]
    [InlineData("""{"definitionKey":"a","content":"c"}""", 10001)]
    [InlineData("""{"definitionKey":"a","status":"deleted"}""", 10005)]
    [InlineData("""{"definitionKey":"a","status":"paused"}""", 10005)]
    [InlineData("""{"definitionKey":"a","classification":7}""", 109123)]
    [InlineData("""{"definitionKey":"a","subscriptions":{"autoAddSubscriber":"yes"}}""", 109113)]
    [InlineData("""{"definitionKey":"a","subscriptions":{"updateSubscriber":1}}""", 109125)]
    [InlineData("""{"definitionKey":"a","options":{"trackLinks":"yes"}}""", 109112)]
    [InlineData("""{"definitionKey":"a","options":[]}""", 109112)]
    [InlineData("""{"definitionKey":"a","options":{"cc":"a@example.com"}}""", 109112)]
    [InlineData("""{"definitionKey":"a","options":{"cc":["nobody"]}}""", 109124)]
    [InlineData("""{"definitionKey":"a","subject":"s"}""", 109122)]
    [InlineData("""{"definitionKey":"a","content":{"message":"m"}}""", 109122)]
    [InlineData("""{"definitionKey":"a" """, 10003)]
    [InlineData("[]", 10001)]
    public async Task A_wrong_email_definition_is_400(string body, int code)
    {
        using var host = await SandboxHost.StartAsync(strictKeys: []);

        var response = await host.PostAsync(Emails, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(code, response.ErrorCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(Emails + "/a")).Status);
    }

    [Theory]
    [InlineData("""{"definitionKey":"a","subscriptions":{"keyword":7}}""", 109115)]
    [InlineData("""{"definitionKey":"a","options":{"trackLinks":true}}""", 109122)]
    [InlineData("""{"definitionKey":"a","options":{"urlShortenerOptions":[]}}""", 109112)]
    [InlineData("""{"definitionKey":"a","options":{"urlShortenerOptions":{"shortenerType":7}}}""", 109112)]
    [InlineData("""{"definitionKey":"a","options":{"urlShortenerOptions":{"length":7}}}""", 109112)]
    [InlineData("""{"definitionKey":"a","name":"A","content":{"message":"m"},"subscriptions":{}}""", 10002)]
    [InlineData(
        """{"definitionKey":"a","name":"A","content":{"message":"m"},"subscriptions":{"shortCode":"1"}}""", 109120)]
    public async Task A_wrong_sms_definition_is_400(string body, int code)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.PostAsync(Texts, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(code, response.ErrorCode);
    }

    [Theory]
    [InlineData(36, HttpStatusCode.Created)]
    [InlineData(37, HttpStatusCode.BadRequest)]
    public async Task A_key_has_at_most_36_characters(int length, HttpStatusCode status)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.PostAsync(Emails, Bodies.EmailDefinition(new string('k', length)));

        Assert.Equal(status, response.Status);
    }

    [Theory]
    [InlineData("welcome", "Another")]
    [InlineData("another", "WELCOME")]
    public async Task A_key_and_a_name_exist_once_in_a_channel(string key, string name)
    {
        using var host = await SandboxHost.StartAsync();
        await host.PostAsync(Emails, Bodies.EmailDefinition("welcome"));

        var response = await host.PostAsync(Emails, Bodies.EmailDefinition(key, name));

        Assert.Equal(HttpStatusCode.Conflict, response.Status);
        Assert.Equal(30004, response.ErrorCode);
        Assert.Equal(HttpStatusCode.Created, (await host.PostAsync(Texts, Bodies.SmsDefinition("welcome"))).Status);
    }

    [Theory]
    [InlineData("""{"definitionKey":"other"}""", 10005)]
    [InlineData("""{"definitionKey":"welcome"}""", 10005)]
    [InlineData("""{"name":"Other","definitionId":"1"}""", 10005)]
    [InlineData("""{"name":"Other","createdDate":null}""", 10005)]
    [InlineData("""{"name":"Other","modifiedDate":"2026-01-01"}""", 10005)]
    [InlineData("""{"name":"Other","requestId":"1"}""", 10005)]
    [InlineData("""{"name":"\ud800"}""", 10003)]
    [InlineData("""{"name":"Other","options":{"cc":["\udc00@example.com"]}}""", 10003)]
    [InlineData("""{"name":""}""", 10002)]
    [InlineData("""{"status":"deleted"}""", 10005)]
    public async Task A_wrong_change_is_400_and_changes_nothing(string body, int code)
    {
        using var host = await SandboxHost.StartAsync();
        await host.PostAsync(Emails, Bodies.EmailDefinition("welcome"));

        var response = await host.PatchAsync(Emails + "/welcome", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(code, response.ErrorCode);
        Assert.Equal(
            "Welcome", (await host.GetAsync(Emails + "/welcome")).Json.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_name_of_another_definition_cannot_be_taken_by_a_change()
    {
        using var host = await SandboxHost.StartAsync();
        await host.PostAsync(Emails, Bodies.EmailDefinition("welcome"));
        await host.PostAsync(Emails, Bodies.EmailDefinition("receipt", "Receipt"));

        var response = await host.PatchAsync(Emails + "/receipt", """{"name":"Welcome"}""");

        Assert.Equal(HttpStatusCode.Conflict, response.Status);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("PATCH", "")]
    [InlineData("DELETE", "")]
    [InlineData("GET", "/queue")]
    [InlineData("DELETE", "/queue")]
    public async Task An_unknown_definition_is_404_in_a_strict_sandbox(string method, string suffix)
    {
        using var host = await SandboxHost.StartAsync(strictKeys: []);

        var response = await host.SendAsync(
            new HttpMethod(method), $"{Emails}/nothing{suffix}", method == "PATCH" ? "{}" : null);

        Assert.Equal(HttpStatusCode.NotFound, response.Status);
        Assert.Equal(30003, response.ErrorCode);
        Assert.Equal("FuelRuntime_ObjectNotFound: Unable to find Definition nothing", response.Message);
    }
}
