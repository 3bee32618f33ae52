using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Inbox;

public class InboxHandlerTests
{
    [Fact]
    public async Task The_inbox_lists_messages_and_counters_without_a_token()
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(
            """{"contactKey":"ada","to":"ada@example.com","messageKey":"k1","attributes":{"City":"London"}}""",
            Bodies.Email("k2", to: "nobody"));
        host.UseToken(null);

        var page = await host.GetInboxAsync();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("text/html", page.Headers["Content-Type"], StringComparison.Ordinal);
        foreach (var text in new[] { "welcome", "ada@example.com", "<b>City</b> London", "accepted", "109121" })
        {
            Assert.Contains(text, page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("<dt>Email accepted</dt><dd>1</dd>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<dt>Rejected</dt><dd>1</dd>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_was_sent_is_encoded()
    {
        using var host = await SandboxHost.StartAsync();
        const string Script = "<script>alert(1)</script>";
        await host.PostAsync("messaging/v1/email/messages", $$"""
            {"definitionKey":"{{Script}}","recipients":[{"contactKey":"{{Script}}","to":"{{Script}}",
            "messageKey":"{{Script}}","attributes":{"{{Script}}":"{{Script}}"} }]}
            """);

        var page = await host.GetInboxAsync("channel=%22%3E%3Cscript%3E&q=%22%3E%3Cscript%3E");
        var all = await host.GetInboxAsync();

        Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", all.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)", all.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_may_load_its_own_style_sheet_and_nothing_else()
    {
        using var host = await SandboxHost.StartAsync();

        var page = await host.GetInboxAsync();
        var style = await host.GetAsync("/inbox.css");

        Assert.Equal(
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            page.Headers["Content-Security-Policy"]);
        Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
        Assert.False(page.Headers.ContainsKey("Set-Cookie"));
        Assert.Contains("href=\"/inbox.css\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page.Text, StringComparison.Ordinal);
        Assert.Equal("text/css; charset=utf-8", style.Headers["Content-Type"]);
        Assert.NotEmpty(style.Text);
    }

    [Theory]
    [InlineData("channel=sms", "sms-key")]
    [InlineData("q=LONDON", "email-key")]
    [InlineData("q=15555551234", "sms-key")]
    [InlineData("channel=email&q=email-k", "email-key")]
    public async Task The_filter_shows_what_matches(string query, string shown)
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(
            """{"contactKey":"ada","to":"ada@example.com","messageKey":"email-key","attributes":{"City":"London"}}""");
        await host.SendSmsAsync(Bodies.Sms("sms-key"));

        var page = await host.GetInboxAsync(query);

        var hidden = shown == "sms-key" ? "email-key" : "sms-key";
        Assert.Contains($"<td>{shown}</td>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"<td>{hidden}</td>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_200_messages_are_shown_newest_first()
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync([.. Enumerable.Range(0, 250).Select(i => Bodies.Email($"key-{i:000}"))]);

        var page = await host.GetInboxAsync();

        Assert.DoesNotContain("key-049", page.Text, StringComparison.Ordinal);
        Assert.Contains("key-050", page.Text, StringComparison.Ordinal);
        Assert.True(
            page.Text.IndexOf("key-249", StringComparison.Ordinal)
            < page.Text.IndexOf("key-248", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?key=")]
    [InlineData("/?key=guessed")]
    public async Task Without_its_key_the_inbox_shows_nothing(string path)
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(Bodies.Email("k1"));

        var page = await host.GetAsync(path);

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.DoesNotContain("ada", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_inbox_says_so()
    {
        using var host = await SandboxHost.StartAsync();

        Assert.Contains("No messages to show.", (await host.GetInboxAsync()).Text, StringComparison.Ordinal);
    }
}
