using System.Net;
using System.Text.Json;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Status;

public class NotSentHandlerTests
{
    private const string EmailList = "messaging/v1/email/messages/?type=notSent";

    [Fact]
    public async Task The_list_has_the_members_of_the_service_and_large_event_numbers()
    {
        using var host = await SandboxHost.StartAsync();
        await SendNotSentAsync(host, "k1");
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var response = await host.GetAsync(EmailList);

        Assert.Equal(HttpStatusCode.OK, response.Status);
        var message = response.Json.GetProperty("messages")[0];
        Assert.Equal(
            ["statusCode", "statusMessage", "eventCategoryType", "timestamp", "definitionKey", "eventID", "info"],
            message.EnumerateObject().Select(member => member.Name));
        Assert.Equal(24, message.GetProperty("statusCode").GetInt32());
        Assert.Equal("TransactionalSendEvents.EmailNotSent", message.GetProperty("eventCategoryType").GetString());
        Assert.Equal("welcome", message.GetProperty("definitionKey").GetString());
        Assert.Equal("k1", message.GetProperty("info").GetProperty("messageKey").GetString());
        Assert.True(message.GetProperty("eventID").GetInt64() > int.MaxValue);
        Assert.Equal(
            message.GetProperty("eventID").GetInt64() + 14, response.Json.GetProperty("lastEventID").GetInt64());
        Assert.Equal(1, response.Json.GetProperty("count").GetInt32());
        Assert.Equal(50, response.Json.GetProperty("pageSize").GetInt32());
    }

    [Fact]
    public async Task Pages_follow_one_another_until_the_watermark_stands_still()
    {
        using var host = await SandboxHost.StartAsync();
        await SendNotSentAsync(host, "k1", "k2", "k3");
        await host.SendEmailsAsync(Bodies.Email("sent"));
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var first = await host.GetAsync(EmailList + "&$pagesize=2");
        var last = first.Json.GetProperty("lastEventID").GetInt64();
        var second = await host.GetAsync($"{EmailList}&$pageSize=2&lastEventId={last}");
        last = second.Json.GetProperty("lastEventID").GetInt64();
        var third = await host.GetAsync($"{EmailList}&$pageSize=2&lastEventId={last}");

        Assert.Equal(["k1", "k2"], Keys(first));
        Assert.Equal(["k3"], Keys(second));
        Assert.Empty(Keys(third));
        Assert.Equal(last, third.Json.GetProperty("lastEventID").GetInt64());
    }

    [Fact]
    public async Task An_event_that_becomes_known_later_has_a_higher_number()
    {
        using var host = await SandboxHost.StartAsync();
        await host.PostAsync("messaging/v1/email/definitions", Bodies.EmailDefinition("held", status: "inactive"));
        await host.PostAsync("messaging/v1/email/messages", $$"""
            {"definitionKey":"held","recipients":[{{Bodies.Email("early", to: "notsent@example.com")}}]}
            """);
        await SendNotSentAsync(host, "late");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var before = await host.GetAsync(EmailList);
        var last = before.Json.GetProperty("lastEventID").GetInt64();

        await host.PatchAsync("messaging/v1/email/definitions/held", """{"status":"active"}""");
        var gap = await host.GetAsync($"{EmailList}&lastEventId={last}");
        var after = await host.GetAsync($"{EmailList}&lastEventId={gap.Json.GetProperty("lastEventID").GetInt64()}");

        Assert.Equal(["late"], Keys(before));
        Assert.Empty(Keys(gap));
        Assert.Equal(["early"], Keys(after));
    }

    [Fact]
    public async Task The_watermark_moves_over_empty_pages_until_all_messages_were_listed()
    {
        using var host = await SandboxHost.StartAsync();
        string[] keys = [.. Enumerable.Range(0, 120).Select(i => $"key-{i:000}")];
        await SendNotSentAsync(host, keys);
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var listed = new List<string?>();
        var emptyPages = 0;
        long last = 0;
        while (true)
        {
            var page = await host.GetAsync($"{EmailList}&lastEventId={last}");
            var watermark = page.Json.GetProperty("lastEventID").GetInt64();
            Assert.True(watermark >= last);
            if (watermark == last)
            {
                break;
            }

            emptyPages += Keys(page).Any() ? 0 : 1;
            listed.AddRange(Keys(page));
            last = watermark;
        }

        Assert.Equal(keys, listed);
        Assert.Equal(2, emptyPages);
    }

    [Fact]
    public async Task Every_second_message_tells_its_key_alone()
    {
        using var host = await SandboxHost.StartAsync();
        await SendNotSentAsync(host, "k1", "k2");
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var infos = (await host.GetAsync(EmailList)).Json.GetProperty("messages").EnumerateArray()
            .Select(message => string.Join(",", message.GetProperty("info").EnumerateObject().Select(m => m.Name)));

        Assert.Equal(["messageKey,contactKey,to", "messageKey"], infos);
    }

    [Fact]
    public async Task Another_business_unit_does_not_see_the_messages()
    {
        using var host = await SandboxHost.StartAsync();
        await SendNotSentAsync(host, "k1");
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        host.UseToken(await host.FetchTokenAsync(",\"account_id\":7"));

        Assert.Empty(Keys(await host.GetAsync(EmailList)));
    }

    [Fact]
    public async Task Channels_have_lists_of_their_own()
    {
        using var host = await SandboxHost.StartAsync();
        await SendNotSentAsync(host, "k1");
        await host.SendSmsAsync("""{"contactKey":"notsent","to":"15555551234","messageKey":"k2"}""");
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["k1"], Keys(await host.GetAsync(EmailList)));
        Assert.Equal(["k2"], Keys(await host.GetAsync("messaging/v1/sms/messages?type=notSent")));
    }

    [Fact]
    public async Task A_message_still_queued_is_not_listed()
    {
        using var host = await SandboxHost.StartAsync();
        await SendNotSentAsync(host, "k1");

        var response = await host.GetAsync(EmailList);

        Assert.Empty(Keys(response));
        Assert.Equal(0, response.Json.GetProperty("lastEventID").GetInt64());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?type=sent")]
    [InlineData("?type=notSent&$pageSize=0")]
    [InlineData("?type=notSent&$pageSize=many")]
    [InlineData("?type=notSent&lastEventId=-1")]
    public async Task A_wrong_query_is_400(string query)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.GetAsync("messaging/v1/email/messages/" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(10005, response.ErrorCode);
    }

    private static Task<Response> SendNotSentAsync(SandboxHost host, params string[] keys) =>
        host.SendEmailsAsync([.. keys.Select(key => Bodies.Email(key, to: "notsent@example.com"))]);

    private static IEnumerable<string?> Keys(Response response) =>
        response.Json.GetProperty("messages").EnumerateArray()
            .Select(message => message.GetProperty("info").GetProperty("messageKey").GetString());
}
