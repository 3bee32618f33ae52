using McMessaging.Results;

namespace McMessaging.Reports.Html;

/// <summary>The slowest requests, as far as results tell: by the number of their attempts.</summary>
internal static class RequestSection
{
    private const int Most = 10;

    public static void Write(HtmlWriter page, ResultCounts counts, ReportTimes times)
    {
        if (counts.Requests.Requests == 0)
        {
            return;
        }

        page.WriteMarkup("<section aria-labelledby=\"requests\">\n<h2 id=\"requests\">Slowest requests</h2>\n"
            + "<p class=\"note\">Results carry no durations. A request was slow if it took more than one attempt, for "
            + "between attempts there is a wait.</p>\n");
        var retried = counts.Retried.ToArray();
        if (retried.Length == 0)
        {
            page.Write($"<p>{OneAttempt(counts.Requests.Requests)} took one attempt.</p>\n</section>\n");
            return;
        }

        page.WriteMarkup("<div class=\"wide\" role=\"group\" aria-labelledby=\"requests\" tabindex=\"0\">\n"
            + "<table>\n<thead><tr><th scope=\"col\">Request<th scope=\"col\" class=\"number\">Attempts"
            + "<th scope=\"col\">Last attempt began<th scope=\"col\" class=\"number\">Recipients"
            + "<th scope=\"col\" class=\"number\">HTTP status</tr></thead>\n<tbody>\n");
        foreach (var request in retried.Take(Most))
        {
            var name = request.Id ?? (request.HttpStatus is null ? "no response" : "no request id");
            page.Write($"<tr><th scope=\"row\" class=\"key\">{ShownText.Name(name)}");
            page.Write($"<td class=\"number\">{request.Attempts}<td class=\"time\">{times.Plain(request.SentAt)}");
            page.Write($"<td class=\"number\">{request.Recipients}<td class=\"number\">");
            if (request.HttpStatus is { } status)
            {
                page.Write($"{status:0}");
            }

            page.WriteMarkup("</tr>\n");
        }

        page.WriteMarkup("</tbody>\n</table>\n</div>\n");
        if (retried.Length > Most)
        {
            page.Write($"<p class=\"note\">{More(retried.Length - Most)} took more than one attempt.</p>\n");
        }

        page.WriteMarkup("</section>\n");
    }

    private static string OneAttempt(long requests) =>
        requests == 1 ? "The one request" : $"Each of the {CountWords.Number(requests)} requests";

    private static string More(int requests) =>
        requests == 1 ? "1 more request" : $"{CountWords.Number(requests)} more requests";
}
