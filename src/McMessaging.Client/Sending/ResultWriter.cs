using System.Text;
using McMessaging.Batches;
using McMessaging.Endpoints;

namespace McMessaging.Sending;

/// <summary>Hands what became of a batch to the host: results first, then the one error that is about them.</summary>
internal sealed class ResultWriter(
    IOperationHost host, SendCounters counters, SendEndpoint endpoint, Uri? restBase, Action reportProgress)
{
    public async Task WriteAsync(BatchResult report)
    {
        counters.Count(report.Results);
        await host.WriteResultsAsync(report.Results).ConfigureAwait(false);
        if (report.Error is { } error)
        {
            await host.WriteErrorAsync(error, report.Results.Where(IsTrouble).ToArray()).ConfigureAwait(false);
        }

        reportProgress();
    }

    /// <summary>Hands over what would be sent, and the results of what would not.</summary>
    public async Task PreviewAsync(Batch batch)
    {
        var rejected = batch.Entries.Where(entry => entry.Decided is not null).Select(entry => entry.Decided!).ToArray();
        if (rejected.Length > 0)
        {
            await WriteAsync(new BatchResult(rejected, SendErrors.Of(rejected, null))).ConfigureAwait(false);
        }

        if (batch.SendCount == 0)
        {
            return;
        }

        (var path, var body) = batch.RequestWith(endpoint);
        var address = restBase is null ? new Uri(path, UriKind.Relative) : new Uri(restBase, path);
        var preview = new RequestPreview("POST", address, Encoding.UTF8.GetString(body.Span), batch.SendCount);
        await host.WritePreviewAsync(preview).ConfigureAwait(false);
    }

    private static bool IsTrouble(SendResult result) =>
        result.Outcome is SendOutcome.Rejected or SendOutcome.Failed or SendOutcome.Unknown;
}
