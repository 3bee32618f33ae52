using System.Security.Cryptography;
using System.Text;
using McMessaging.Results;

namespace McMessaging.Reports.Html;

/// <summary>The page around the sections. It loads nothing, and nothing runs in it but its own script.</summary>
internal static class ReportPage
{
    private static readonly string Style = ReadPart("common.css") + ReadPart("report.css");
    private static readonly string Script = ReadPart("report.js");

    private static readonly string Policy = string.Join(
        "; ",
        "default-src 'none'",
        $"style-src '{HashOf(Style)}'",
        $"script-src '{HashOf(Script)}'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'");

    public static void Write(HtmlWriter page, ResultCounts counts, RefusedRows refused, ReportPageFacts facts)
    {
        page.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex">
            <title>Send report, {facts.Times.Plain(facts.MadeAt)}</title>
            <style>
            """);
        page.WriteMarkup(Style);
        page.WriteMarkup("</style>\n</head>\n<body>\n");
        SummarySection.Write(page, counts, facts);
        page.WriteMarkup("<main>\n");
        OutcomeSection.Write(page, counts.Outcomes);
        ErrorSection.Write(page, counts);
        DefinitionSection.Write(page, counts, facts.Times);
        TimelineSection.Write(page, counts, facts.Times);
        RequestSection.Write(page, counts, facts.Times);
        RefusedSection.Write(page, refused, facts.IncludeAddress);
        page.WriteMarkup("</main>\n<script>");
        page.WriteMarkup(Script);
        page.WriteMarkup("</script>\n</body>\n</html>\n");
    }

    // A browser reads every end of line as \n before it compares, however the file was checked out.
    private static string ReadPart(string name)
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream($"report/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string HashOf(string part) =>
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(part)))}";
}

/// <summary>What a page says of itself.</summary>
/// <param name="MadeAt">When it is made.</param>
/// <param name="Times">How it shows times.</param>
/// <param name="IncludeAddress">Whether addresses are shown.</param>
/// <param name="IsWhole">Whether all results came before it was made.</param>
internal sealed record ReportPageFacts(DateTimeOffset MadeAt, ReportTimes Times, bool IncludeAddress, bool IsWhole);
