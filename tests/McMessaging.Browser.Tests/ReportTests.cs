using McMessaging.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace McMessaging.Browser.Tests;

[Collection(BrowserTests.Name)]
public class ReportTests(BrowserFixture fixture)
{
    [BrowserFact]
    public async Task Search_shows_the_rows_that_hold_every_word()
    {
        await using var report = await ReportSession.OpenAsync(fixture.Browser);
        await Expect(report.Found).ToHaveTextAsync("12 rows");

        await report.Page.GetByLabel("Search").FillAsync("REJECTED 109106");
        await Expect(report.Rows).ToHaveCountAsync(1);
        await Expect(report.Rows).ToContainTextAsync("C-50");
        await Expect(report.Found).ToHaveTextAsync("1 of 12 rows");
        await report.Page.GetByLabel("Search").FillAsync("nobody");
        await Expect(report.Rows).ToHaveCountAsync(0);
        await report.Page.GetByLabel("Search").FillAsync("");

        await Expect(report.Rows).ToHaveCountAsync(12);
        Assert.Empty(report.Noise);
    }

    [BrowserFact]
    public async Task A_heading_sorts_the_rows_by_number_and_once_more_the_other_way()
    {
        await using var report = await ReportSession.OpenAsync(fixture.Browser);
        var heading = report.Page.Locator("#rows th").First;

        await heading.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(heading).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(report.Rows.First).ToContainTextAsync("C-25");
        await heading.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(heading).ToHaveAttributeAsync("aria-sort", "descending");
        await Expect(report.Rows.Nth(1).Locator("td").First).ToHaveTextAsync("275");
        await Expect(report.Rows.Last.Locator("td").First).ToHaveTextAsync("25");
    }

    [BrowserFact]
    public async Task The_download_holds_the_rows_that_are_shown_and_no_formula()
    {
        await using var report = await ReportSession.OpenAsync(fixture.Browser);
        await report.Page.GetByLabel("Search").FillAsync("welcome");
        await Expect(report.Rows).ToHaveCountAsync(11);

        var download = await report.Page.RunAndWaitForDownloadAsync(
            () => report.Page.GetByText("Download as CSV").ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());

        Assert.Equal("not-accepted.csv", download.SuggestedFilename);
        Assert.Equal(12, lines.Length);
        Assert.StartsWith("\"Row\",\"Contact key\",\"Outcome\",\"Error\"", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("\"25\",\"C-25\",\"Rejected\",\"109121\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"", lines[11], StringComparison.Ordinal);
        Assert.Empty(report.Noise);
    }

    [BrowserFact]
    public async Task Without_scripts_everything_is_there_and_nothing_that_needs_them()
    {
        await using var report = await ReportSession.OpenAsync(fixture.Browser, runScripts: false);

        await Expect(report.Page.Locator(".lead")).ToHaveTextAsync("300 recipients, 12 not accepted.");
        await Expect(report.Rows).ToHaveCountAsync(12);
        await Expect(report.Rows.First).ToBeVisibleAsync();
        await Expect(report.Page.Locator("figure svg rect").First).ToBeVisibleAsync();
        await Expect(report.Page.Locator("#tools")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task What_came_from_outside_is_text_and_does_not_run()
    {
        await using var report = await ReportSession.OpenAsync(fixture.Browser);

        await Expect(report.Rows.Last.Locator("td").Nth(1)).ToHaveTextAsync(ReportSession.Hostile);
        Assert.Equal(0, await report.Page.Locator("img, main script, td svg").CountAsync());
        Assert.Empty(report.Noise);
    }

    [BrowserFact]
    public async Task Script_that_came_into_the_page_would_not_run()
    {
        await using var report = await ReportSession.OpenAsync(fixture.Browser);

        var refused = await report.Page.EvaluateAsync<bool>("""
            () => {
              try {
                document.body.innerHTML = "<img src=x onerror=alert(1)>";
                return false;
              } catch (error) {
                return error instanceof TypeError;
              }
            }
            """);

        Assert.True(refused);
        Assert.DoesNotContain(report.Noise, one => one.StartsWith("dialog", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Paper_is_white_whatever_the_screen_and_has_no_controls()
    {
        await using var report = await ReportSession.OpenAsync(fixture.Browser, ColorScheme.Dark);
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        await Expect(report.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await Expect(report.Page.Locator("#tools")).ToBeHiddenAsync();
        await Expect(report.Rows).ToHaveCountAsync(12);
    }

    [AccessibilityTheory]
    [InlineData(ColorScheme.Light, 1600)]
    [InlineData(ColorScheme.Light, 400)]
    [InlineData(ColorScheme.Dark, 1600)]
    [InlineData(ColorScheme.Dark, 400)]
    public async Task Nothing_serious_keeps_anybody_from_using_it(ColorScheme scheme, int width)
    {
        await using var report = await ReportSession.OpenAsync(fixture.Browser, scheme, width);
        await report.Page.Locator("summary").ClickAsync();

        Assert.Empty(await AccessibilityCheck.FindSeriousAsync(report.Page));
        Assert.False(await report.Page.EvaluateAsync<bool>(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }
}
