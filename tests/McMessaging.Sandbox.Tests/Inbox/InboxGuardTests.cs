using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Inbox;

public class InboxGuardTests
{
    public static TheoryData<string> Reads =>
        ["messages", "messages/1", "choices", "state", "events", "setup"];

    public static TheoryData<string, string, string> Changes => new()
    {
        { "PATCH", "faults", """{"http500":"1"}""" },
        { "POST", "clock", """{"seconds":3600}""" },
        { "POST", "reset", "{}" },
    };

    [Fact]
    public async Task The_page_needs_its_key_and_no_token()
    {
        using var host = await SandboxHost.StartAsync();
        host.UseToken(null);

        var page = await host.GetInboxAsync();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("text/html; charset=utf-8", page.Headers["Content-Type"]);
        Assert.DoesNotContain(InboxClient.KeyOf(host), page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync("/")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync("/?key=")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.GetAsync("/?key=guessed")).Status);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Data_is_not_read_without_the_key(string path)
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(Bodies.Email("k1"));

        foreach (var query in new[] { "", "?key=", "?key=guessed" })
        {
            var response = await host.GetAsync(InboxClient.Api + path + query);
            Assert.Equal(HttpStatusCode.Forbidden, response.Status);
            Assert.DoesNotContain("ada", response.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Nothing_is_changed_with_the_key_in_the_address(string method, string path, string json)
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(Bodies.Email("k1"));
        var now = host.Sandbox.Now;

        foreach (var query in new[] { "", $"?key={InboxClient.KeyOf(host)}" })
        {
            var response = await host.SendAsync(new HttpMethod(method), InboxClient.Api + path + query, json);
            Assert.Equal(HttpStatusCode.Forbidden, response.Status);
        }

        Assert.Empty(host.Sandbox.Faults.ToPairs());
        Assert.Equal(now, host.Sandbox.Now);
        Assert.Single(host.Sandbox.GetMessages());
    }

    [Fact]
    public async Task Another_origin_is_allowed_nothing()
    {
        using var host = await SandboxHost.StartAsync();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, InboxClient.Api + "reset")
        {
            Headers =
            {
                { "Origin", "https://elsewhere.example" },
                { "Access-Control-Request-Method", "POST" },
                { "Access-Control-Request-Headers", "x-inbox-key" },
            },
        };

        var asked = await host.SendAsync(preflight);
        var read = await host.GetFromInboxAsync("state");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, asked.Status);
        foreach (var response in new[] { asked, read })
        {
            Assert.DoesNotContain(
                response.Headers.Keys, name => name.StartsWith("Access-Control", StringComparison.Ordinal));
        }

        Assert.Equal("same-origin", read.Headers["Cross-Origin-Resource-Policy"]);
    }

    [Fact]
    public async Task The_page_runs_its_own_files_only_and_makes_no_element_from_text()
    {
        using var host = await SandboxHost.StartAsync();

        var policy = (await host.GetInboxAsync()).Headers["Content-Security-Policy"];

        Assert.StartsWith(
            "default-src 'none'; script-src 'self'; style-src 'self'; ", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("main.js", "text/javascript; charset=utf-8")]
    [InlineData("common.css", "text/css; charset=utf-8")]
    [InlineData("base.css", "text/css; charset=utf-8")]
    [InlineData("icon.svg", "image/svg+xml")]
    public async Task The_files_of_the_page_have_their_types(string file, string type)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.GetAsync("/inbox/" + file);

        Assert.Equal(type, response.Headers["Content-Type"]);
        Assert.Equal("nosniff", response.Headers["X-Content-Type-Options"]);
        Assert.NotEmpty(response.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("/inbox/other.js")).Status);
    }

    [Fact]
    public async Task The_page_names_files_that_there_are_and_has_nothing_inline()
    {
        using var host = await SandboxHost.StartAsync();
        var page = (await host.GetInboxAsync()).Text;

        var files = page.Split('"').Where(part => part.StartsWith("/inbox/", StringComparison.Ordinal)).ToArray();

        Assert.True(files.Length > 5);
        foreach (var file in files)
        {
            Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(file)).Status);
        }

        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(" on[a-z]+=", page);
    }
}
