using McMessaging.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace McMessaging.Browser.Tests;

[Collection(BrowserTests.Name)]
public class InboxTests(BrowserFixture fixture)
{
    [BrowserFact]
    public async Task Messages_arrive_without_a_reload()
    {
        await using var inbox = await InboxSession.OpenAsync(fixture.Browser);
        await Expect(inbox.Page.Locator("#empty h2")).ToHaveTextAsync("Send a first message");
        await inbox.Page.EvaluateAsync("window.sameDocument = true");

        await inbox.SendEmailsAsync("ada@example.com", "grace@example.com");
        await Expect(inbox.Rows).ToHaveCountAsync(2);
        await inbox.SendEmailsAsync("alan@example.com");
        await Expect(inbox.Rows).ToHaveCountAsync(3);

        await Expect(inbox.Rows.First).ToContainTextAsync("alan@example.com");
        await Expect(inbox.Rows.First).ToContainTextAsync("Accepted");
        await Expect(inbox.Page.Locator("#empty")).ToBeHiddenAsync();
        await Expect(Counter(inbox, "Email accepted")).ToHaveTextAsync("3");
        Assert.True(await inbox.Page.EvaluateAsync<bool>("window.sameDocument"));
        Assert.Empty(inbox.Noise);
    }

    [BrowserFact]
    public async Task A_refused_message_is_shown_with_its_code_and_its_reason()
    {
        await using var inbox = await InboxSession.OpenAsync(fixture.Browser);

        await inbox.SendEmailsAsync("ada@example.com", "nobody");
        await Expect(inbox.Rows.First).ToContainTextAsync("Rejected 109121");
        await inbox.Rows.First.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(inbox.Detail.Locator(".error").First).ToContainTextAsync("Invalid subscriber");
        await Expect(inbox.Detail.Locator("pre").Nth(1)).ToContainTextAsync("\"errorcode\": 109121");
    }

    [BrowserFact]
    public async Task The_filter_shows_what_matches_and_goes_on_doing_so()
    {
        await using var inbox = await InboxSession.OpenAsync(fixture.Browser);
        await inbox.SendEmailsAsync("ada@example.com", "nobody", "grace@example.com");
        await inbox.SendAsync("sms", "code", [InboxSession.Recipient("ada", "15555550100")], "Hello");
        await Expect(inbox.Rows).ToHaveCountAsync(4);

        await inbox.Filter.GetByLabel("Channel").SelectOptionAsync("sms");
        await Expect(inbox.Rows).ToHaveCountAsync(1);
        await inbox.Page.GetByText("Clear filter").ClickAsync();
        await Expect(inbox.Rows).ToHaveCountAsync(4);
        await inbox.Filter.GetByLabel("Code").FillAsync("109121");
        await Expect(inbox.Rows).ToHaveCountAsync(1);
        await inbox.Filter.GetByLabel("Code").FillAsync("");
        await inbox.Filter.GetByLabel("Contains").FillAsync("GRACE");
        await Expect(inbox.Rows).ToContainTextAsync(["grace@example.com"]);

        await inbox.SendEmailsAsync("alan@example.com", "grace.hopper@example.com");
        await Expect(inbox.Rows).ToHaveCountAsync(2);
        await Expect(inbox.Rows.First).ToContainTextAsync("grace.hopper@example.com");
        await inbox.Page.ReloadAsync();
        await Expect(inbox.Rows).ToHaveCountAsync(2);
        await Expect(inbox.Filter.GetByLabel("Contains")).ToHaveValueAsync("GRACE");

        await inbox.Filter.GetByLabel("Contains").FillAsync("nothing of the kind");
        await Expect(inbox.Page.Locator("#empty h2")).ToHaveTextAsync("No message matches");
    }

    [BrowserFact]
    public async Task Pages_are_turned_while_messages_arrive()
    {
        await using var inbox = await InboxSession.OpenAsync(fixture.Browser);
        await inbox.SendEmailsAsync([.. Enumerable.Range(1, 120).Select(i => $"a{i:000}@example.com")]);
        await Expect(inbox.Page.Locator("#summary")).ToHaveTextAsync("1–50 of 120");

        await inbox.Page.GetByText("Older").ClickAsync();
        await Expect(inbox.Rows.First).ToContainTextAsync("a070@example.com");
        await inbox.SendEmailsAsync("new@example.com");
        await Expect(inbox.Page.Locator("#newest")).ToHaveTextAsync("1 new: show the newest");
        await inbox.Page.GetByText("Older").ClickAsync();
        await Expect(inbox.Rows).ToHaveCountAsync(20);
        await Expect(inbox.Page.GetByText("Older")).ToBeDisabledAsync();

        await inbox.Page.Locator("#newest").ClickAsync();
        await Expect(inbox.Rows).ToHaveCountAsync(50);
        await Expect(inbox.Rows.First).ToContainTextAsync("new@example.com");
    }

    [BrowserFact]
    public async Task A_detail_shows_an_SMS_with_its_segments_and_closes_again()
    {
        await using var inbox = await InboxSession.OpenAsync(fixture.Browser);
        await inbox.SendAsync(
            "sms",
            "code",
            [InboxSession.Recipient("ada", "15555550100", ("Name", "Ada"))],
            "Hello %%Name%% " + new string('x', 160));

        await inbox.Rows.First.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(inbox.Detail.Locator(".bubble")).ToContainTextAsync("Hello Ada xxx");
        await Expect(inbox.Detail.Locator(".segments")).ToHaveTextAsync("2 segments, GSM-7, 170 septets, 153 in each");
        await Expect(inbox.Detail.Locator("pre").First).ToContainTextAsync("\"Name\": \"Ada\"");
        await Expect(inbox.Detail.Locator(".pills")).ToContainTextAsync("Sent");

        await inbox.Page.GoBackAsync();
        await Expect(inbox.Detail).ToBeHiddenAsync();
        await inbox.Page.GoForwardAsync();
        await Expect(inbox.Detail).ToBeVisibleAsync();
        await inbox.Detail.GetByText("Close").ClickAsync();
        await Expect(inbox.Detail).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task The_list_and_a_message_are_used_by_keyboard()
    {
        await using var inbox = await InboxSession.OpenAsync(fixture.Browser);
        await inbox.SendEmailsAsync("ada@example.com", "grace@example.com", "alan@example.com");
        await Expect(inbox.Rows).ToHaveCountAsync(3);

        await inbox.Rows.First.GetByRole(AriaRole.Link).FocusAsync();
        await inbox.Page.Keyboard.PressAsync("ArrowDown");
        await inbox.Page.Keyboard.PressAsync("Enter");
        await Expect(inbox.Detail.Locator("h2")).ToHaveTextAsync("grace@example.com");
        await inbox.Page.Keyboard.PressAsync("Escape");

        await Expect(inbox.Detail).ToBeHiddenAsync();
        await Expect(inbox.Rows.Nth(1).GetByRole(AriaRole.Link)).ToBeFocusedAsync();
    }

    private static ILocator Counter(InboxSession inbox, string name) =>
        inbox.Page.Locator("#counters div").Filter(new() { HasText = name }).Locator("dd");
}
