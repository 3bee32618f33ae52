using McMessaging.Results;

namespace McMessaging.Reports.Html;

/// <summary>The head of a report: how many, what became of them, when.</summary>
internal static class SummarySection
{
    public static void Write(HtmlWriter page, ResultCounts counts, ReportPageFacts facts)
    {
        var total = counts.Outcomes.Total;
        var accepted = counts.Outcomes.TotalAccepted;
        page.Write($"<header>\n<h1>Send report</h1>\n<p class=\"lead\">{Headline(total, accepted)}</p>\n");
        if (!facts.IsWhole)
        {
            page.WriteMarkup("<p class=\"notice\">The run ended with an error or was stopped: "
                + "these are the results that came before it.</p>\n");
        }

        page.WriteMarkup("<dl class=\"figures\">\n");
        WriteFigure(page, "Recipients", total);
        WriteFigure(page, "Accepted", accepted);
        WriteFigure(page, "Not accepted", total - accepted, total > accepted ? "bad" : "");
        WriteFigure(page, "Requests", counts.Requests.Requests);
        WriteFigure(page, "Retries", counts.Requests.Retries);
        page.WriteMarkup("</dl>\n<dl class=\"facts\">\n");
        WriteTimes(page, counts.Requests, facts.Times);
        WriteRest(page, counts);
        page.Write($"<dt>Report made</dt><dd>{facts.Times.Full(facts.MadeAt)}, the time zone of all times here</dd>\n");
        page.Write($"<dt>Addresses</dt><dd>{(facts.IncludeAddress ? "shown" : "not in this file")}</dd>\n");
        page.WriteMarkup("</dl>\n</header>\n");
    }

    private static string Headline(long total, long accepted) => (total, total - accepted) switch
    {
        (0, _) => "There are no results.",
        (_, 0) => $"{CountWords.Recipients(total)}, all accepted.",
        (_, var rest) when rest == total => $"{CountWords.Recipients(total)}, none accepted.",
        (_, var rest) => $"{CountWords.Recipients(total)}, {CountWords.Number(rest)} not accepted.",
    };

    private static void WriteFigure(HtmlWriter page, string name, long value, string kind = "") =>
        page.Write($"<div class=\"{kind}\"><dt>{name}</dt><dd>{value}</dd></div>\n");

    private static void WriteTimes(HtmlWriter page, RequestCounts requests, ReportTimes times)
    {
        if (requests is not { FirstSentAt: { } first, LastSentAt: { } last })
        {
            return;
        }

        page.Write($"<dt>Sent</dt><dd>{times.Plain(first)}");
        if (last - first >= TimeSpan.FromSeconds(1))
        {
            page.Write($" to {times.Plain(last)}, in {ReportTimes.Words(last - first)}");
        }

        page.WriteMarkup("</dd>\n");
    }

    private static void WriteRest(HtmlWriter page, ResultCounts counts)
    {
        if (counts.NeverSent > 0)
        {
            page.Write($"<dt>Never sent</dt><dd>{CountWords.Recipients(counts.NeverSent)}: ");
            page.WriteMarkup("refused before the send, or stopped before it</dd>\n");
        }

        if (counts.FromJournal > 0)
        {
            page.Write($"<dt>From the journal</dt><dd>{CountWords.Recipients(counts.FromJournal)} of an earlier run: ");
            page.WriteMarkup("in the outcomes, not in requests and times</dd>\n");
        }
    }
}
