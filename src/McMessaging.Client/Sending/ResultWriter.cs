namespace McMessaging.Sending;

/// <summary>
/// Hands results to the host as they come, in input order, and the errors at the end: a caller who stops at the first
/// error must not end a run in the middle.
/// </summary>
internal sealed class ResultWriter(
    IOperationHost host, SendCounters counters, string runId, RunAbort abort, Action reportProgress)
{
    private readonly RunErrors _errors = new();

    public async Task WriteAsync(BatchResult batch)
    {
        counters.Count(batch.Results);
        _errors.Add(batch);
        if (batch.Results.Count > 0)
        {
            await host.WriteResultsAsync(batch.Results).ConfigureAwait(false);
        }

        if (batch.Preview is { } preview)
        {
            await host.WritePreviewAsync(preview).ConfigureAwait(false);
        }

        reportProgress();
    }

    /// <summary>One error for each kind of trouble, the most urgent first.</summary>
    public async Task WriteErrorsAsync()
    {
        foreach (var kind in _errors.Kinds())
        {
            var error = SendErrors.Of(kind, counters.Summary(), runId, abort.Deferral);
            await host.WriteErrorAsync(error, kind.Results).ConfigureAwait(false);
        }
    }
}
