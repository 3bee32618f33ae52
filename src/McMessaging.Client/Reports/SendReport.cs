using McMessaging.Reports.Html;
using McMessaging.Results;

namespace McMessaging;

/// <summary>
/// Gathers the results of a send and makes one HTML page of them, which needs no other file and no network. It keeps
/// counts, and rows of what was not accepted as long as there is room; its memory does not grow with the run.
/// </summary>
public sealed class SendReport
{
    private readonly SendReportOptions _options;
    private readonly ReportTimes _times;
    private readonly ResultCounts _counts;
    private readonly RefusedRows _refused;

    /// <summary>Begins an empty report.</summary>
    public SendReport(SendReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        var zone = options.Time.LocalTimeZone;
        _times = new ReportTimes(zone);
        _counts = new ResultCounts(zone);
        _refused = new RefusedRows(_times, options.IncludeAddress);
    }

    /// <summary>How many results there are.</summary>
    public long Total => _counts.Outcomes.Total;

    /// <summary>How many of them were accepted.</summary>
    public long TotalAccepted => _counts.Outcomes.TotalAccepted;

    /// <summary>Takes one result. Not to be called by several threads at once.</summary>
    public void Add(SavedResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        _counts.Add(result);
        if (!result.Outcome.IsAccepted())
        {
            _refused.Add(result);
        }
    }

    /// <summary>Writes the page.</summary>
    /// <param name="writer">Where it goes; UTF-8, as the page says of itself.</param>
    /// <param name="isWhole">Whether all results have come; otherwise the page says that it is not all.</param>
    public void Write(TextWriter writer, bool isWhole = true) => ReportPage.Write(
        new HtmlWriter(writer),
        _counts,
        _refused,
        new ReportPageFacts(_options.Time.GetUtcNow(), _times, _options.IncludeAddress, isWhole));
}
