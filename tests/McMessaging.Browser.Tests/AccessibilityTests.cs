using McMessaging.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace McMessaging.Browser.Tests;

[Collection(BrowserTests.Name)]
public class AccessibilityTests(BrowserFixture fixture)
{
    [AccessibilityTheory]
    [InlineData(ColorScheme.Light, 1600)]
    [InlineData(ColorScheme.Light, 400)]
    [InlineData(ColorScheme.Dark, 1600)]
    [InlineData(ColorScheme.Dark, 400)]
    public async Task Nothing_serious_keeps_anybody_from_using_the_page(ColorScheme scheme, int width)
    {
        await using var inbox = await InboxSession.OpenAsync(fixture.Browser, scheme, width);
        await CheckAsync("empty");

        inbox.Sandbox.SetFaults(SandboxFaults.Parse(["slow=0.01", "dropAfter@sms=1x5"]));
        await inbox.SendEmailsAsync("ada@example.com", "nobody", "grace@example.com");
        await Expect(inbox.Rows).ToHaveCountAsync(3);
        await CheckAsync("list");
        Assert.False(await inbox.Page.EvaluateAsync<bool>(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"));

        await inbox.Rows.Nth(1).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(inbox.Detail.Locator("h2")).ToHaveTextAsync("nobody");
        await CheckAsync("detail");

        foreach (var name in new[] { "faults", "clock", "reset" })
        {
            await inbox.Page.Locator($"#{name}-button").ClickAsync();
            await Expect(inbox.Page.Locator($"#{name}")).ToBeVisibleAsync();
            await CheckAsync(name);
            await inbox.Page.Keyboard.PressAsync("Escape");
        }

        async Task CheckAsync(string part)
        {
            var found = await AccessibilityCheck.FindSeriousAsync(inbox.Page);
            Assert.True(found.Count == 0, $"{part}: {string.Join("\n", found)}");
        }
    }
}
