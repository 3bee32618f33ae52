namespace McMessaging.Client.Tests.Reports;

/// <summary>The requests that took more than one attempt.</summary>
public sealed class SendReportRequestTests
{
    [Theory]
    [InlineData(null, "no response")]
    [InlineData(503, "no request id")]
    public void A_request_without_an_id_had_no_response_only_if_it_has_no_status(int? status, string name)
    {
        var report = new SendReport(new SendReportOptions());
        var sentAt = new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);
        report.Add(new SavedResult(SendOutcome.Failed) { SentAt = sentAt, Attempts = 3, HttpStatus = status });
        using var page = new StringWriter();

        report.Write(page);

        Assert.Contains($">{name}<", page.ToString(), StringComparison.Ordinal);
    }
}
