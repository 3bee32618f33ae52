using System.Text.RegularExpressions;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Reports.Html;

public sealed class OutcomeSectionTests
{
    [Theory]
    [InlineData(1000, 0, "1,000: 100 %")]
    [InlineData(999, 1, "999: 99.9 %", "1: 0.1 %")]
    [InlineData(1000, 1, "1,000: &gt; 99.9 %", "1: &lt; 0.1 %")]
    public void A_share_is_never_all_of_what_is_not_all_nor_nothing_of_what_is_there(
        int accepted, int rejected, params string[] shares) => Assert.Equal(
        shares,
        Matches(PageOf(accepted, rejected), "<td class=\"number\">([0-9,]+)<td class=\"number\">([^<]+ %)<td>"));

    [Theory]
    [InlineData(3, 0, "0 1000")]
    [InlineData(750, 250, "0 750", "750 250")]
    [InlineData(9999, 1, "0 999.9", "998 2")]
    public void A_bar_has_a_piece_of_each_outcome_that_occurs_and_each_is_seen(
        int accepted, int rejected, params string[] pieces) => Assert.Equal(
        pieces.Select(piece => piece.Replace(" ", ": ", StringComparison.Ordinal)),
        Matches(PageOf(accepted, rejected), "<rect class=\"\\w+\" x=\"([^\"]+)\" y=\"0\" width=\"([^\"]+)\" height"));

    private static string PageOf(int accepted, int rejected) =>
        Pages.Of(Pages.Many(accepted).Concat(Pages.Many(rejected, SendOutcome.Rejected)));

    private static IEnumerable<string> Matches(string page, string pattern) =>
        Regex.Matches(page, pattern).Select(match => $"{match.Groups[1].Value}: {match.Groups[2].Value}");
}
