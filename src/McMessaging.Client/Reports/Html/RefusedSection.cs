namespace McMessaging.Reports.Html;

/// <summary>The table of what was not accepted, with search and download where scripts run.</summary>
internal static class RefusedSection
{
    public static void Write(HtmlWriter page, RefusedRows refused, bool includeAddress)
    {
        if (refused.Count == 0)
        {
            return;
        }

        page.WriteMarkup("<section aria-labelledby=\"refused\">\n<h2 id=\"refused\">What was not accepted</h2>\n");
        if (refused.Count > refused.Shown)
        {
            page.Write($"<p class=\"notice\">The first {refused.Shown} of {refused.Count} are in this table; ");
            page.Write($"{refused.Count - refused.Shown} are left out to keep the file small. ");
            page.WriteMarkup("All are counted above.</p>\n");
        }

        page.WriteMarkup("<div class=\"tools\" id=\"tools\" hidden>\n"
            + "<label>Search <input type=\"search\" id=\"search\" autocomplete=\"off\" spellcheck=\"false\"></label>\n"
            + "<button type=\"button\" id=\"download\">Download as CSV</button>\n"
            + "<p id=\"found\" role=\"status\"></p>\n</div>\n"
            + "<div class=\"wide\" role=\"group\" aria-labelledby=\"refused\" tabindex=\"0\">\n"
            + "<table id=\"rows\">\n<thead><tr><th scope=\"col\" class=\"number\">Row<th scope=\"col\">Contact key");
        page.WriteMarkup(includeAddress ? "<th scope=\"col\">To" : "");
        page.WriteMarkup("<th scope=\"col\">Outcome<th scope=\"col\">Error<th scope=\"col\">Message"
            + "<th scope=\"col\" class=\"number\">Attempts<th scope=\"col\">Sent<th scope=\"col\">Definition"
            + "<th scope=\"col\">Message key<th scope=\"col\">Request</tr></thead>\n<tbody>\n");
        page.WriteMarkup(refused.Markup);
        page.WriteMarkup("</tbody>\n</table>\n</div>\n</section>\n");
    }
}
