using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Definitions;

public class CreationLimitTests
{
    [Fact]
    public void The_limit_is_the_service_s()
    {
        Assert.Equal(500, new SandboxFaults().DefinitionLimit);
    }

    [Fact]
    public async Task Definitions_beyond_the_limit_are_refused_until_seven_days_have_passed()
    {
        using var host = await SandboxHost.StartAsync(SandboxFaults.Parse(["definitionLimit=2"]));
        Assert.Equal(HttpStatusCode.Created, (await CreateEmailAsync(host, "one")).Status);
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.AuthorizeAsync();
        Assert.Equal(HttpStatusCode.Created, (await CreateSmsAsync(host, "two")).Status);

        var refused = await CreateEmailAsync(host, "three");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(30001, refused.Json.GetProperty("errorcode").GetInt32());
        host.Clock.Advance(TimeSpan.FromDays(6));
        await host.AuthorizeAsync();
        Assert.Equal(HttpStatusCode.Created, (await CreateEmailAsync(host, "three")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await CreateEmailAsync(host, "four")).Status);
    }

    [Fact]
    public async Task A_definition_that_was_refused_does_not_count_nor_does_another_business_unit_s()
    {
        using var host = await SandboxHost.StartAsync(SandboxFaults.Parse(["definitionLimit=2"]));
        await CreateEmailAsync(host, "one");
        Assert.Equal(HttpStatusCode.Conflict, (await CreateEmailAsync(host, "one")).Status);
        Assert.Equal(HttpStatusCode.Created, (await CreateEmailAsync(host, "two")).Status);

        host.UseToken(await host.FetchTokenAsync(",\"account_id\":7"));

        Assert.Equal(HttpStatusCode.Created, (await CreateEmailAsync(host, "three")).Status);
    }

    private static Task<Response> CreateEmailAsync(SandboxHost host, string key) =>
        host.PostAsync("messaging/v1/email/definitions", Bodies.EmailDefinition(key, name: key));

    private static Task<Response> CreateSmsAsync(SandboxHost host, string key) =>
        host.PostAsync("messaging/v1/sms/definitions", Bodies.SmsDefinition(key));
}
