namespace McMessaging.Reports.Html;

/// <summary>How many had which outcome: a bar and its table.</summary>
internal static class OutcomeSection
{
    private const double Width = 1000;

    public static void Write(HtmlWriter page, OutcomeCounts outcomes)
    {
        if (outcomes.Total == 0)
        {
            return;
        }

        page.WriteMarkup("<section aria-labelledby=\"outcomes\">\n<h2 id=\"outcomes\">Outcomes</h2>\n");
        WriteBar(page, outcomes);
        page.WriteMarkup("<div class=\"wide\" role=\"group\" aria-labelledby=\"outcomes\" tabindex=\"0\">\n"
            + "<table class=\"outcomes\">\n<thead><tr>"
            + "<th scope=\"col\">Outcome<th scope=\"col\" class=\"number\">Recipients"
            + "<th scope=\"col\" class=\"number\">Share<th scope=\"col\">What it means</tr></thead>\n<tbody>\n");
        foreach (var outcome in OutcomeWords.All.Where(outcome => outcomes[outcome] > 0))
        {
            page.Write($"<tr><th scope=\"row\" class=\"short\"><i class=\"swatch {OutcomeWords.Class(outcome)}\"></i>");
            page.Write($"{outcome.ToString()}<td class=\"number\">{outcomes[outcome]}");
            page.Write($"<td class=\"number\">{Share(outcomes[outcome], outcomes.Total)}");
            page.Write($"<td>{OutcomeWords.Meaning(outcome)}</tr>\n");
        }

        page.WriteMarkup("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private static void WriteBar(HtmlWriter page, OutcomeCounts outcomes)
    {
        page.WriteMarkup(
            "<svg class=\"bar\" viewBox=\"0 0 1000 20\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\n");
        var x = 0.0;
        foreach (var outcome in OutcomeWords.All.Where(outcome => outcomes[outcome] > 0))
        {
            // Three in a hundred thousand are still seen.
            var width = Math.Max(2, Width * outcomes[outcome] / outcomes.Total);
            page.Write($"<rect class=\"{OutcomeWords.Class(outcome)}\" ");
            page.Write($"x=\"{Math.Min(x, Width - width):0.##}\" y=\"0\" width=\"{width:0.##}\" height=\"20\"/>\n");
            x += width;
        }

        page.WriteMarkup("</svg>\n");
    }

    // Never 100 % of something that is not all, and never 0 % of something that is there.
    private static string Share(long count, long total) => (100.0 * count / total) switch
    {
        < 0.1 => "< 0.1 %",
        > 99.9 and < 100 => "> 99.9 %",
        var share => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{share:0.#} %"),
    };
}
