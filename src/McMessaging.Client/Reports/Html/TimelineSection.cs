using McMessaging.Results;

namespace McMessaging.Reports.Html;

/// <summary>Recipients and retries over time: two charts of the same columns, and their numbers.</summary>
internal static class TimelineSection
{
    private static readonly int[] RoundFactors = [1, 2, 3, 4, 5, 6, 8, 10];

    public static void Write(HtmlWriter page, ResultCounts counts, ReportTimes times)
    {
        var columns = counts.Timeline.Columns();
        var width = counts.Timeline.Width;
        if (columns.Count < 2)
        {
            return;
        }

        page.WriteMarkup("<section aria-labelledby=\"time\">\n<h2 id=\"time\">Over time</h2>\n");
        page.Write($"<p class=\"note\">Each column is {ReportTimes.Words(width)}. ");
        page.WriteMarkup("Recipients and retries stand where the last attempt of their request began.</p>\n"
            + "<p class=\"legend\"><span><i class=\"swatch accepted\"></i>Accepted</span> "
            + "<span><i class=\"swatch rejected\"></i>Not accepted</span> "
            + "<span><i class=\"swatch retries\"></i>Retries</span></p>\n");
        WriteChart(page, "Recipients", columns, width, times, [
            ("accepted", column => column.Accepted), ("rejected", column => column.NotAccepted)]);
        if (counts.Requests.Retries > 0)
        {
            WriteChart(page, "Retries", columns, width, times, [("retries", column => column.Retries)]);
        }

        WriteNumbers(page, columns, width, times);
        page.WriteMarkup("</section>\n");
    }

    private static void WriteChart(
        HtmlWriter page,
        string title,
        IReadOnlyList<TimelineColumn> columns,
        TimeSpan width,
        ReportTimes times,
        (string Class, Func<TimelineColumn, long> Count)[] series)
    {
        var top = RoundUp(columns.Max(column => series.Sum(one => one.Count(column))));
        page.Write($"<figure>\n<figcaption>{title}</figcaption>\n");
        page.Write($"<div class=\"scale\"><span>{top}</span><span>0</span></div>\n");
        page.Write($"<svg viewBox=\"0 0 {columns.Count:0} 100\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\n");
        page.Write($"<path class=\"grid\" d=\"M0 0H{columns.Count:0}M0 50H{columns.Count:0}\"/>\n");
        for (var i = 0; i < columns.Count; i++)
        {
            var y = 100.0;
            foreach (var (kind, count) in series.Where(one => one.Count(columns[i]) > 0))
            {
                // One in ten thousand is still seen.
                var height = Math.Max(1, 100.0 * count(columns[i]) / top);
                y = Math.Max(0, y - height);
                page.Write($"<rect class=\"{kind}\" x=\"{i + 0.1:0.##}\" y=\"{y:0.##}\" ");
                page.Write($"width=\"0.8\" height=\"{height:0.##}\"/>\n");
            }
        }

        page.Write($"</svg>\n<div class=\"axis\"><span>{times.Column(columns[0].Begin, width)}</span>");
        page.Write($"<span>{times.Column(columns[columns.Count / 2].Begin, width)}</span>");
        page.Write($"<span>{times.Column(columns[^1].Begin, width)}</span></div>\n</figure>\n");
    }

    private static void WriteNumbers(
        HtmlWriter page, IReadOnlyList<TimelineColumn> columns, TimeSpan width, ReportTimes times)
    {
        page.WriteMarkup("<details>\n<summary>The numbers of the charts</summary>\n"
            + "<div class=\"wide\" role=\"group\" aria-labelledby=\"time\" tabindex=\"0\">\n<table>\n<thead><tr>"
            + "<th scope=\"col\">From<th scope=\"col\" class=\"number\">Accepted"
            + "<th scope=\"col\" class=\"number\">Not accepted<th scope=\"col\" class=\"number\">Retries</tr></thead>\n"
            + "<tbody>\n");
        foreach (var column in columns)
        {
            page.Write($"<tr><th scope=\"row\" class=\"time\">{times.Column(column.Begin, width)}");
            page.Write($"<td class=\"number\">{column.Accepted}<td class=\"number\">{column.NotAccepted}");
            page.Write($"<td class=\"number\">{column.Retries}</tr>\n");
        }

        page.WriteMarkup("</tbody>\n</table>\n</div>\n</details>\n");
    }

    /// <summary>The next round number.</summary>
    private static long RoundUp(long count)
    {
        var power = 1L;
        while (power * 10 <= count)
        {
            power *= 10;
        }

        return RoundFactors.Select(factor => factor * power).First(round => round >= count);
    }
}
