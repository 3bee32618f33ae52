using McMessaging.Results;

namespace McMessaging.Reports.Html;

/// <summary>What was sent, to how many, and when.</summary>
internal static class DefinitionSection
{
    private const int Most = 50;

    public static void Write(HtmlWriter page, ResultCounts counts, ReportTimes times)
    {
        var definitions = counts.Definitions.OrderByDescending(definition => definition.Total).ToArray();
        if (definitions.Length == 0)
        {
            return;
        }

        page.WriteMarkup("<section aria-labelledby=\"sent\">\n<h2 id=\"sent\">What was sent</h2>\n"
            + "<div class=\"wide\" role=\"group\" aria-labelledby=\"sent\" tabindex=\"0\">\n<table>\n<thead><tr>"
            + "<th scope=\"col\">Definition<th scope=\"col\">Channel<th scope=\"col\" class=\"number\">Recipients"
            + "<th scope=\"col\" class=\"number\">Accepted<th scope=\"col\" class=\"number\">Not accepted"
            + "<th scope=\"col\">First<th scope=\"col\">Last</tr></thead>\n<tbody>\n");
        foreach (var definition in definitions.Take(Most))
        {
            page.Write($"<tr><th scope=\"row\" class=\"key\">{ShownText.Name(definition.DefinitionKey ?? "not told")}");
            page.Write($"<td class=\"channel\">{ShownText.Name(definition.Channel)}");
            page.Write($"<td class=\"number\">{definition.Total}");
            page.Write($"<td class=\"number\">{definition.Accepted}");
            page.Write($"<td class=\"number\">{definition.Total - definition.Accepted}");
            page.Write($"<td class=\"time\">{times.Plain(definition.FirstSentAt)}");
            page.Write($"<td class=\"time\">{times.Plain(definition.LastSentAt)}</tr>\n");
        }

        page.WriteMarkup("</tbody>\n</table>\n</div>\n");
        if (definitions.Length > Most)
        {
            page.Write($"<p class=\"note\">{definitions.Length - Most} more definitions are not shown.</p>\n");
        }

        page.WriteMarkup("</section>\n");
    }
}
