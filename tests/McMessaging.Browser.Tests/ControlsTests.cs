using McMessaging.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace McMessaging.Browser.Tests;

[Collection(BrowserTests.Name)]
public class ControlsTests(BrowserFixture fixture)
{
    [BrowserFact]
    public async Task A_fault_is_switched_on_and_off_and_works_between()
    {
        await using var inbox = await InboxSession.OpenAsync(fixture.Browser);
        await inbox.Page.Locator("#faults-button").ClickAsync();
        Assert.Equal(
            SandboxFaults.Known.Count, await inbox.Page.GetByRole(AriaRole.Switch).CountAsync());

        await inbox.Page.GetByLabel("http500", new() { Exact = true }).CheckAsync();
        await Expect(inbox.Page.Locator("#faults-count")).ToHaveTextAsync("1 on");
        Assert.Equal(500, await SendOneAsync(inbox));
        await inbox.Page.GetByLabel("http500", new() { Exact = true }).UncheckAsync();
        await Expect(inbox.Page.Locator("#faults-count")).ToHaveTextAsync("");

        Assert.Equal(202, await SendOneAsync(inbox));
        await inbox.Page.Keyboard.PressAsync("Escape");
        await Expect(inbox.Page.Locator("#faults")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task A_recipient_is_refused_by_a_fault_of_the_page()
    {
        await using var inbox = await InboxSession.OpenAsync(fixture.Browser);
        await inbox.Page.Locator("#faults-button").ClickAsync();
        await inbox.Page.GetByLabel("rejectRecipient", new() { Exact = true }).CheckAsync();
        await Expect(inbox.Page.Locator("#faults-count")).ToHaveTextAsync("1 on");
        await inbox.Page.Keyboard.PressAsync("Escape");

        await inbox.SendEmailsAsync("ada@example.com");

        await Expect(inbox.Rows.First).ToContainTextAsync("Rejected 109121");
    }

    [BrowserFact]
    public async Task A_fault_limited_to_some_requests_is_listed_and_counts_down()
    {
        await using var inbox = await InboxSession.OpenAsync(fixture.Browser);
        await inbox.Page.Locator("#faults-button").ClickAsync();
        var limit = inbox.Page.Locator("#faults .limit");
        await limit.GetByLabel("Channel").SelectOptionAsync("email");
        await limit.GetByLabel("Definition").FillAsync("welcome");
        await limit.GetByLabel("Next requests").FillAsync("2");

        await inbox.Page.GetByLabel("http503", new() { Exact = true }).ClickAsync();
        await Expect(inbox.Page.Locator("#faults .rules")).ToContainTextAsync("http503@email/welcome=1x2");
        Assert.Equal(503, await SendOneAsync(inbox));
        await Expect(inbox.Page.Locator("#faults .rules")).ToContainTextAsync("http503@email/welcome=1x1");
        await inbox.Page.GetByLabel("Remove http503@email/welcome").ClickAsync();

        await Expect(inbox.Page.Locator("#faults .rules li")).ToHaveCountAsync(0);
        Assert.Equal(202, await SendOneAsync(inbox));
    }

    [BrowserFact]
    public async Task A_value_out_of_its_range_is_told_and_changes_nothing()
    {
        await using var inbox = await InboxSession.OpenAsync(fixture.Browser);
        await inbox.Page.Locator("#faults-button").ClickAsync();

        await inbox.Page.GetByLabel("Rate of http500").FillAsync("7");
        await inbox.Page.GetByLabel("http500", new() { Exact = true }).ClickAsync();

        await Expect(inbox.Page.Locator("#faults .error")).ToContainTextAsync("a rate from 0 to 1");
        await Expect(inbox.Page.GetByLabel("http500", new() { Exact = true })).Not.ToBeCheckedAsync();
        Assert.Empty(inbox.Sandbox.Faults.ToPairs());
    }

    [BrowserFact]
    public async Task The_clock_is_moved_and_set_right()
    {
        await using var inbox = await InboxSession.OpenAsync(fixture.Browser);
        await inbox.Page.Locator("#clock-button").ClickAsync();

        await inbox.Page.GetByText("+72 hours").ClickAsync();
        await Expect(inbox.Page.Locator("#clock-offset")).ToHaveTextAsync("+3 d");
        Assert.True(inbox.Sandbox.Now > DateTimeOffset.UtcNow.AddHours(71));
        await inbox.Page.GetByText("Set it right").ClickAsync();

        await Expect(inbox.Page.Locator("#clock-offset")).ToHaveTextAsync("");
    }

    [BrowserFact]
    public async Task A_reset_empties_the_inbox_after_a_question()
    {
        await using var inbox = await InboxSession.OpenAsync(fixture.Browser);
        await inbox.SendEmailsAsync("ada@example.com");
        await Expect(inbox.Rows).ToHaveCountAsync(1);

        await inbox.Page.Locator("#reset-button").ClickAsync();
        await inbox.Page.GetByText("Cancel").ClickAsync();
        Assert.Single(inbox.Sandbox.GetMessages());
        await inbox.Page.Locator("#reset-button").ClickAsync();
        await inbox.Page.Locator("#reset .danger").ClickAsync();

        await Expect(inbox.Page.Locator("#empty h2")).ToHaveTextAsync("Send a first message");
        await Expect(inbox.Rows).ToHaveCountAsync(0);
        await inbox.SendEmailsAsync("grace@example.com");
        await Expect(inbox.Rows).ToHaveCountAsync(1);
    }

    private static Task<int> SendOneAsync(InboxSession inbox) =>
        inbox.SendAsync("email", "welcome", [InboxSession.Recipient("ada", "ada@example.com")]);
}
