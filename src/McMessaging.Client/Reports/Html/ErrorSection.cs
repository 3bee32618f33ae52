using System.Globalization;
using McMessaging.Results;

namespace McMessaging.Reports.Html;

/// <summary>The errors, what they mean and what to do about them.</summary>
internal static class ErrorSection
{
    private const int Most = 50;

    /// <summary>An error's name for people: code and name, as far as there are any.</summary>
    public static string NameOf(int? code, string? name) => (code, name) switch
    {
        (null, null) => "no code",
        (null, _) => ShownText.Name(name),
        (_, null) => code.Value.ToString(CultureInfo.InvariantCulture),
        _ => $"{code.Value.ToString(CultureInfo.InvariantCulture)} {ShownText.Name(name)}",
    };

    public static void Write(HtmlWriter page, ResultCounts counts)
    {
        var errors = counts.Errors.ToArray();
        if (errors.Length == 0)
        {
            return;
        }

        page.WriteMarkup("<section aria-labelledby=\"errors\">\n<h2 id=\"errors\">Errors, and what to do</h2>\n"
            + "<table class=\"stacking\">\n<thead><tr><th scope=\"col\">Error"
            + "<th scope=\"col\" class=\"number\">Recipients<th scope=\"col\">What it means"
            + "<th scope=\"col\">What to do<th scope=\"col\">Retry helps</tr></thead>\n"
            + "<tbody>\n");
        foreach (var (code, name, count) in errors.Take(Most))
        {
            var info = ErrorCatalogue.Explain(code, name);
            page.Write($"<tr><th scope=\"row\" class=\"name\">{NameOf(code, name)}<td class=\"number\">{count}");
            page.Write($"<td>{info?.Meaning ?? "The error catalogue does not know it."}<td>{info?.RecommendedAction}");
            page.Write($"<td>{info?.RepeatHelps.ToString()}</tr>\n");
        }

        page.WriteMarkup("</tbody>\n</table>\n");
        if (errors.Length > Most)
        {
            page.Write($"<p class=\"note\">{errors.Length - Most} more kinds of error are not shown.</p>\n");
        }

        page.WriteMarkup("</section>\n");
    }
}
