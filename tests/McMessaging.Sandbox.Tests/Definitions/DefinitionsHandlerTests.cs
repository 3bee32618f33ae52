using System.Net;
using System.Text.Json;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Definitions;

public class DefinitionsHandlerTests
{
    private const string Emails = "messaging/v1/email/definitions";
    private const string Texts = "messaging/v1/sms/definitions";

    [Fact]
    public async Task A_created_email_definition_is_returned_whole_and_found_again()
    {
        using var host = await SandboxHost.StartAsync();

        var created = await host.PostAsync(Emails + "/", """
            {"definitionKey":"welcome","name":"Welcome","description":"Says hello","classification":"Default",
            "status":"inactive","content":{"customerKey":"asset-1"},
            "subscriptions":{"list":"All Subscribers","dataExtension":"de-1","updateSubscriber":false},
            "options":{"trackLinks":false,"cc":["a@example.com"],"bcc":["%%Copy%%"],"createJourney":true} }
            """);
        var found = await host.GetAsync(Emails + "/welcome");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal(HttpStatusCode.OK, found.Status);
        var json = found.Json;
        Assert.NotEqual(Guid.Empty, json.GetProperty("requestId").GetGuid());
        Assert.Equal(created.Json.GetProperty("definitionId").GetGuid(), json.GetProperty("definitionId").GetGuid());
        Assert.Equal("welcome", json.GetProperty("definitionKey").GetString());
        Assert.Equal("Welcome", json.GetProperty("name").GetString());
        Assert.Equal("Says hello", json.GetProperty("description").GetString());
        Assert.Equal("Default", json.GetProperty("classification").GetString());
        Assert.Equal("Inactive", json.GetProperty("status").GetString());
        Assert.Equal("2026-03-01T06:00:00", json.GetProperty("createdDate").GetString());
        Assert.Equal("2026-03-01T06:00:00", json.GetProperty("modifiedDate").GetString());
        Assert.Equal("""{"customerKey":"asset-1"}""", json.GetProperty("content").GetRawText());
        Assert.Equal(
            """{"list":"All Subscribers","dataExtension":"de-1","autoAddSubscriber":true,"updateSubscriber":false}""",
            json.GetProperty("subscriptions").GetRawText());
        Assert.Equal(
            """{"trackLinks":false,"cc":["a@example.com"],"bcc":["%%Copy%%"]}""",
            json.GetProperty("options").GetRawText());
        Assert.NotEqual(Guid.Empty, json.GetProperty("journey").GetProperty("interactionKey").GetGuid());
    }

    [Fact]
    public async Task An_sms_definition_is_active_and_adds_subscribers_unless_it_says_otherwise()
    {
        using var host = await SandboxHost.StartAsync();

        var created = await host.PostAsync(Texts, Bodies.SmsDefinition("code"));

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal("Active", created.Json.GetProperty("status").GetString());
        Assert.Equal("""{"message":"Your code"}""", created.Json.GetProperty("content").GetRawText());
        Assert.Equal(
            """{"shortCode":"86288","countryCode":"","keyword":"CODE","autoAddSubscriber":true}""",
            created.Json.GetProperty("subscriptions").GetRawText());
    }

    [Fact]
    public async Task A_change_touches_what_it_names_and_nothing_else()
    {
        using var host = await SandboxHost.StartAsync();
        var created = await host.PostAsync(Emails, Bodies.EmailDefinition("welcome"));
        host.Clock.Advance(TimeSpan.FromMinutes(5));

        var changed = await host.PatchAsync(
            Emails + "/welcome", """{"name":"Hello","subscriptions":{"dataExtension":"de-2"},"status":"Inactive"}""");

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        var json = changed.Json;
        Assert.Equal("Hello", json.GetProperty("name").GetString());
        Assert.Equal("Inactive", json.GetProperty("status").GetString());
        Assert.Equal("asset-1", json.GetProperty("content").GetProperty("customerKey").GetString());
        Assert.Equal("All Subscribers", json.GetProperty("subscriptions").GetProperty("list").GetString());
        Assert.Equal("de-2", json.GetProperty("subscriptions").GetProperty("dataExtension").GetString());
        Assert.Equal(created.Json.GetProperty("createdDate").GetString(), json.GetProperty("createdDate").GetString());
        Assert.Equal("2026-03-01T06:05:00", json.GetProperty("modifiedDate").GetString());
    }

    [Fact]
    public async Task A_definition_may_be_created_from_what_was_returned_of_another()
    {
        using var host = await SandboxHost.StartAsync();
        await host.PostAsync(Emails, Bodies.EmailDefinition("welcome"));
        var found = await host.GetAsync(Emails + "/welcome");
        await host.DeleteAsync(Emails + "/welcome");

        Assert.Equal(HttpStatusCode.Created, (await host.PostAsync(Emails, found.Text)).Status);
    }

    [Fact]
    public async Task An_sms_definition_of_a_long_code_has_no_country_and_may_have_options()
    {
        using var host = await SandboxHost.StartAsync();

        var created = await host.PostAsync(Texts, """
            {"definitionKey":"code","name":"Code","content":{"message":"m"},
            "subscriptions":{"shortCode":"15550001111","keyword":"CODE"},
            "options":{"urlShortenerOptions":{"isLinkShorteningEnabled":true,"isSubscriberTrackingEnabled":false,
            "shortenerType":"SFMC"},"smsMessageRegulatoryAuthorityTemplateId":"t1"} }
            """);

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.False(created.Json.GetProperty("subscriptions").TryGetProperty("countryCode", out _));
        var options = created.Json.GetProperty("options");
        Assert.Equal("SFMC", options.GetProperty("urlShortenerOptions").GetProperty("shortenerType").GetString());
        Assert.Equal("t1", options.GetProperty("smsMessageRegulatoryAuthorityTemplateId").GetString());
    }

    [Fact]
    public async Task Definitions_are_those_of_the_business_unit()
    {
        using var host = await SandboxHost.StartAsync(strictKeys: []);
        await host.PostAsync(Emails, Bodies.EmailDefinition("welcome"));

        host.UseToken(await host.FetchTokenAsync(",\"account_id\":7"));

        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(Emails + "/welcome")).Status);
        Assert.Equal(HttpStatusCode.Created, (await host.PostAsync(Emails, Bodies.EmailDefinition("welcome"))).Status);
    }

    [Fact]
    public async Task A_deleted_definition_is_archived_under_a_new_key_and_leaves_its_own_free()
    {
        using var host = await SandboxHost.StartAsync();
        await host.PostAsync(Emails, Bodies.EmailDefinition("welcome"));

        var deleted = await host.DeleteAsync(Emails + "/welcome");
        var archivedKey = deleted.Json.GetProperty("deletedDefinitionKey").GetString()!;
        var archived = await host.GetAsync($"{Emails}/{archivedKey}");

        Assert.Equal(HttpStatusCode.OK, deleted.Status);
        Assert.Equal("Success", deleted.Message);
        Assert.Equal("Deleted", archived.Json.GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(Emails + "/welcome")).Status);
        var changed = await host.PatchAsync($"{Emails}/{archivedKey}", """{"status":"active"}""");
        Assert.Equal(30001, changed.ErrorCode);
        Assert.Equal(
            HttpStatusCode.Created, (await host.PostAsync(Emails, Bodies.EmailDefinition("welcome"))).Status);
    }

    [Fact]
    public async Task A_strict_sandbox_knows_what_was_created_and_not_what_was_deleted()
    {
        using var host = await SandboxHost.StartAsync(strictKeys: []);
        Assert.Equal(109111, (await host.SendEmailsAsync(Bodies.Email("k1"))).ErrorCode);

        await host.PostAsync(Emails, Bodies.EmailDefinition("welcome"));
        Assert.Equal(0, (await host.SendEmailsAsync(Bodies.Email("k1"))).ErrorCode);
        Assert.Equal(109111, (await host.SendSmsAsync(Bodies.Sms("k2"))).ErrorCode);

        await host.DeleteAsync(Emails + "/welcome");
        Assert.Equal(109111, (await host.SendEmailsAsync(Bodies.Email("k3"))).ErrorCode);
    }

    [Fact]
    public async Task The_keys_of_the_options_are_definitions_of_both_channels()
    {
        using var host = await SandboxHost.StartAsync(strictKeys: ["a\"b"]);

        var email = await host.GetAsync(Emails + "/a%22b");
        var sms = await host.GetAsync(Texts + "/a%22b");

        Assert.Equal("a\"b", email.Json.GetProperty("definitionKey").GetString());
        Assert.Equal("a\"b", sms.Json.GetProperty("definitionKey").GetString());
    }
}
