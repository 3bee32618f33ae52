using McMessaging.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace McMessaging.Browser.Tests;

[Collection(BrowserTests.Name)]
public class SafetyTests(BrowserFixture fixture)
{
    private const string Hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'><svg onload=alert(3)>";

    [BrowserFact]
    public async Task What_was_sent_is_text_and_does_not_run()
    {
        await using var inbox = await InboxSession.OpenAsync(fixture.Browser);
        await inbox.SendAsync("email", Hostile[..36], [InboxSession.Recipient(Hostile, Hostile, (Hostile, Hostile))]);
        await inbox.SendAsync(
            "sms", "code", [InboxSession.Recipient(Hostile, "15555550100", (Hostile, Hostile))], Hostile);

        await Expect(inbox.Rows).ToHaveCountAsync(2);
        await Expect(inbox.Rows.First.Locator(".preview")).ToHaveTextAsync(Hostile);
        for (var i = 0; i < 2; i++)
        {
            await inbox.Rows.Nth(i).GetByRole(AriaRole.Link).ClickAsync();
            await Expect(inbox.Detail.Locator("dl dt").First).ToHaveTextAsync(Hostile);
        }

        await inbox.Filter.GetByLabel("Definition").FocusAsync();
        await Expect(inbox.Page.Locator("#definitions option")).ToHaveCountAsync(2);

        Assert.Equal(0, await inbox.Page.Locator("main img, main script, main svg").CountAsync());
        Assert.Empty(inbox.Noise);
    }

    [BrowserFact]
    public async Task Script_that_came_into_the_page_would_not_run()
    {
        await using var inbox = await InboxSession.OpenAsync(fixture.Browser);

        var refused = await inbox.Page.EvaluateAsync<bool>("""
            () => {
              try {
                document.body.innerHTML = "<img src=x onerror=alert(1)>";
                return false;
              } catch (error) {
                return error instanceof TypeError;
              }
            }
            """);
        await inbox.Page.EvaluateAsync("""
            () => {
              const script = document.createElement("script");
              try {
                script.text = "alert(2)";
              } catch {
                script.append("alert(2)");
              }
              document.body.append(script);
            }
            """);

        Assert.True(refused);
        Assert.DoesNotContain(inbox.Noise, one => one.StartsWith("dialog", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task A_page_of_another_origin_gets_nothing_and_changes_nothing_even_if_it_knows_the_key()
    {
        await using var inbox = await InboxSession.OpenAsync(fixture.Browser);
        await inbox.SendEmailsAsync("ada@example.com");
        using var elsewhere = Sandbox.Start(new SandboxOptions());
        await inbox.Page.GotoAsync(new Uri(elsewhere.Uri, "/inbox/icon.svg").ToString());
        var key = inbox.Sandbox.InboxUri.Query["?key=".Length..];

        var outcomes = await inbox.Page.EvaluateAsync<string[]>("""
            async ([origin, key]) => {
              const attempts = [
                () => fetch(`${origin}inbox/api/messages?key=${key}`),
                () => fetch(`${origin}inbox/api/messages?key=${key}`, { mode: "no-cors" }),
                () => fetch(`${origin}inbox/api/reset`, { method: "POST", headers: { "X-Inbox-Key": key } }),
                () => fetch(`${origin}inbox/api/reset?key=${key}`, { method: "POST", mode: "no-cors", body: "{}" }),
              ];
              return Promise.all(attempts.map((attempt) => attempt().then(
                (response) => response.text().then((text) => text === "" ? "nothing" : text), () => "nothing")));
            }
            """,
            new object[] { inbox.Sandbox.Uri.ToString(), key });

        Assert.All(outcomes, outcome => Assert.Equal("nothing", outcome));
        Assert.Single(inbox.Sandbox.GetMessages());
    }
}
