using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Inbox;

public class MessagesApiTests
{
    [Fact]
    public async Task A_row_tells_what_was_sent_and_what_became_of_it()
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(
            """{"contactKey":"ada","to":"ada@example.com","messageKey":"k1","attributes":{"City":"London"}}""",
            Bodies.Email("k2", to: "nobody"));

        var rows = (await host.GetFromInboxAsync("messages")).Json.GetProperty("messages");

        var (refused, accepted) = (rows[0], rows[1]);
        Assert.Equal("Rejected", refused.GetProperty("outcome").GetString());
        Assert.Equal(109121, refused.GetProperty("errorCode").GetInt32());
        Assert.Equal("Accepted", accepted.GetProperty("outcome").GetString());
        Assert.Equal("ada@example.com", accepted.GetProperty("to").GetString());
        Assert.Equal("City: London", accepted.GetProperty("preview").GetString());
        Assert.Equal(1, accepted.GetProperty("number").GetInt64());
    }

    [Theory]
    [InlineData("channel=sms", "s1")]
    [InlineData("channel=email", "e1,e2")]
    [InlineData("definition=welcome&channel=email", "e1,e2")]
    [InlineData("definition=welc", "")]
    [InlineData("outcome=rejected", "e2")]
    [InlineData("outcome=Accepted", "e1,s1")]
    [InlineData("code=109121", "e2")]
    [InlineData("code=109110", "")]
    [InlineData("q=LONDON", "e1")]
    [InlineData("q=15555551234", "s1")]
    [InlineData("q=london&outcome=rejected", "")]
    public async Task The_filter_lists_what_matches(string query, string keys)
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(
            """{"contactKey":"ada","to":"ada@example.com","messageKey":"e1","attributes":{"City":"London"}}""",
            Bodies.Email("e2", to: "nobody"));
        await host.SendSmsAsync(Bodies.Sms("s1"));

        Assert.Equal(keys, string.Join(',', (await KeysAsync(host, query)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_while_messages_arrive()
    {
        using var host = await SandboxHost.StartAsync();
        await SendAsync(host, 1, 120);

        var first = await KeysAsync(host, "");
        await SendAsync(host, 121, 130);
        var second = await KeysAsync(host, $"before={120 - first.Length + 1}");
        var third = await host.GetFromInboxAsync("messages?before=21");
        var arrived = await KeysAsync(host, "after=120");

        Assert.Equal(Enumerable.Range(71, 50).Reverse().Select(Key), first);
        Assert.Equal(Enumerable.Range(21, 50).Reverse().Select(Key), second);
        Assert.False(third.Json.GetProperty("hasMore").GetBoolean());
        Assert.Equal(20, third.Json.GetProperty("messages").GetArrayLength());
        Assert.Equal(Enumerable.Range(121, 10).Reverse().Select(Key), arrived);
    }

    [Fact]
    public async Task A_page_says_whether_more_messages_match()
    {
        using var host = await SandboxHost.StartAsync();
        await SendAsync(host, 1, 10);

        var ten = (await host.GetFromInboxAsync("messages?count=10")).Json;
        var nine = (await host.GetFromInboxAsync("messages?count=9")).Json;

        Assert.False(ten.GetProperty("hasMore").GetBoolean());
        Assert.True(nine.GetProperty("hasMore").GetBoolean());
        Assert.Equal(9, nine.GetProperty("messages").GetArrayLength());
    }

    [Theory]
    [InlineData("count=201")]
    [InlineData("count=0")]
    [InlineData("before=x")]
    [InlineData("after=-1")]
    public async Task A_page_that_there_cannot_be_is_refused(string query)
    {
        using var host = await SandboxHost.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await host.GetFromInboxAsync("messages?" + query)).Status);
    }

    [Fact]
    public async Task Messages_that_are_not_kept_any_more_are_not_listed()
    {
        using var host = await SandboxHost.StartAsync(inboxCapacity: 5);
        await SendAsync(host, 1, 8);

        Assert.Equal(["k008", "k007", "k006", "k005", "k004"], await KeysAsync(host, ""));
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetFromInboxAsync("messages/3")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetFromInboxAsync("messages/none")).Status);
    }

    [Fact]
    public async Task A_row_cuts_what_is_long_and_leaves_pairs_of_surrogates_whole()
    {
        using var host = await SandboxHost.StartAsync();
        var contact = string.Concat(Enumerable.Repeat("😀", 100));
        await host.SendEmailsAsync($$"""{"contactKey":"x{{contact}}","messageKey":"k1"}""");

        var row = (await host.GetFromInboxAsync("messages")).Json.GetProperty("messages")[0];

        Assert.Equal("x" + contact[..118] + "…", row.GetProperty("contactKey").GetString());
    }

    [Fact]
    public async Task The_choices_are_the_definitions_and_codes_of_what_is_kept()
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(Bodies.Email("k1"), Bodies.Email("k1"), Bodies.Email("k2", to: "nobody"));
        await host.PostAsync("messaging/v1/sms/messages", $$"""
            {"definitionKey":"code","recipients":[{{Bodies.Sms("s1")}}]}
            """);

        var choices = (await host.GetFromInboxAsync("choices")).Json;

        Assert.Equal("""["code","welcome"]""", choices.GetProperty("definitions").GetRawText());
        Assert.Equal("[109110,109121]", choices.GetProperty("codes").GetRawText());
    }

    private static string Key(int number) => $"k{number:000}";

    private static Task<Response> SendAsync(SandboxHost host, int first, int last) =>
        host.SendEmailsAsync([.. Enumerable.Range(first, last - first + 1).Select(i => Bodies.Email(Key(i)))]);

    private static async Task<string[]> KeysAsync(SandboxHost host, string query) =>
        [.. (await host.GetFromInboxAsync("messages?" + query)).Json.GetProperty("messages").EnumerateArray()
            .Select(row => row.GetProperty("messageKey").GetString()!)];
}
