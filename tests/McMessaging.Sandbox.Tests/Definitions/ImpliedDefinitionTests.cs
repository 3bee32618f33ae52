using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Definitions;

public class ImpliedDefinitionTests
{
    [Theory]
    [InlineData("email", "GET", "")]
    [InlineData("sms", "GET", "")]
    [InlineData("email", "PATCH", "")]
    [InlineData("email", "DELETE", "")]
    [InlineData("email", "GET", "/queue")]
    public async Task A_key_that_nobody_created_stands_for_a_definition(string channel, string method, string suffix)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.SendAsync(
            new HttpMethod(method),
            $"messaging/v1/{channel}/definitions/welcome{suffix}",
            method == "PATCH" ? """{"description":"changed"}""" : null);

        Assert.Equal(HttpStatusCode.OK, response.Status);
    }

    [Fact]
    public async Task A_key_that_was_deleted_stands_for_nothing_until_it_is_created()
    {
        using var host = await SandboxHost.StartAsync();
        await host.DeleteAsync("messaging/v1/email/definitions/welcome");

        var found = await host.GetAsync("messaging/v1/email/definitions/welcome");
        var refused = await host.SendEmailsAsync(Bodies.Email("k1"));
        await host.PostAsync("messaging/v1/email/definitions", Bodies.EmailDefinition("welcome"));
        var taken = await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(HttpStatusCode.NotFound, found.Status);
        Assert.Equal(109111, refused.ErrorCode);
        Assert.Equal(HttpStatusCode.Accepted, taken.Status);
    }

    [Fact]
    public async Task A_key_that_was_asked_for_can_still_be_created()
    {
        using var host = await SandboxHost.StartAsync();
        await host.GetAsync("messaging/v1/email/definitions/welcome");

        var created = await host.PostAsync("messaging/v1/email/definitions", Bodies.EmailDefinition("welcome"));
        var again = await host.PostAsync("messaging/v1/email/definitions", Bodies.EmailDefinition("welcome"));

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
    }

    [Fact]
    public async Task A_key_that_no_definition_can_have_stands_for_none()
    {
        using var host = await SandboxHost.StartAsync();
        var key = new string('k', 37);

        var found = await host.GetAsync($"messaging/v1/email/definitions/{key}");
        var triggered = await host.TriggerAsync(Bodies.Triggered(), $"key:{key}");

        Assert.Equal(HttpStatusCode.NotFound, found.Status);
        Assert.Equal(HttpStatusCode.NotFound, triggered.Status);
    }
}
