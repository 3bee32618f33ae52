using System.Text.RegularExpressions;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Reports.Html;

/// <summary>Sections show so much that a page stays one to look at, and count what they leave out.</summary>
public sealed class ReportSectionTests
{
    [Theory]
    [InlineData(50, "")]
    [InlineData(52, "2")]
    public void Fifty_definitions_are_shown_and_the_rest_is_counted(int count, string rest)
    {
        var page = Pages.Of(Enumerable.Range(0, count).Select(
            i => new SavedResult(SendOutcome.Accepted) { DefinitionKey = $"definition-{i}" }));

        Assert.Equal(50, Regex.Count(page, ">definition-[0-9]+<"));
        Assert.Equal(rest, Regex.Match(page, "([0-9-]+) more definitions are not shown").Groups[1].Value);
    }

    [Theory]
    [InlineData(50, "")]
    [InlineData(52, "2")]
    public void Fifty_kinds_of_error_are_shown_and_the_rest_is_counted(int count, string rest)
    {
        var page = Pages.Of(Enumerable.Range(0, count).Select(
            i => new SavedResult(SendOutcome.Rejected) { ErrorName = $"Kind{i}" }));

        Assert.Equal(50, Regex.Count(page, "class=\"name\">Kind[0-9]+<"));
        Assert.Equal(rest, Regex.Match(page, "([0-9-]+) more kinds of error are not shown").Groups[1].Value);
    }

    [Fact]
    public void Refused_rows_are_shown_up_to_4_000_000_bytes_and_the_rest_is_counted()
    {
        var row = new SavedResult(SendOutcome.Rejected) { ErrorName = "n", Message = "x" };
        row = row with { Message = new string('x', 1 + 250 - RowOf(Pages.Of(row)).Length) };
        Assert.Equal(250, RowOf(Pages.Of(row)).Length);

        var page = Pages.Of(Enumerable.Repeat(row, 16_002));

        Assert.Equal(16_000, Regex.Count(page, "<tr><td class=\"number\"><td>"));
        Assert.Contains(
            "<p class=\"notice\">The first 16,000 of 16,002 are in this table; 2 are left out to keep the file small. "
                + "All are counted above.</p>",
            page,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_refused_rows_are_shown_nothing_is_said_of_the_rest() => Assert.DoesNotContain(
        "left out", Pages.Of(Pages.Many(3, SendOutcome.Rejected)), StringComparison.Ordinal);

    private static string RowOf(string page) => Regex.Match(page, "<tr><td class=\"number\"><td>.*\n").Value;
}
