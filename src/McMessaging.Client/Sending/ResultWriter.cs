using McMessaging.Batches;
using McMessaging.Rejected;

namespace McMessaging.Sending;

/// <summary>
/// Hands results to the host as they come, in input order, and the errors at the end: a caller who stops at the first
/// error must not end a run in the middle.
/// </summary>
internal sealed class ResultWriter(
    IOperationHost host,
    SendCounters counters,
    RejectedRows? rejected,
    RunName run,
    RunAbort abort,
    Action reportProgress)
{
    private readonly RunErrors _errors = new();

    /// <param name="batch">The batch.</param>
    /// <param name="result">What became of it.</param>
    public async Task WriteAsync(Batch batch, BatchResult result)
    {
        if (counters.OtherShards is > 0 and var otherShards)
        {
            foreach (var each in result.Results)
            {
                each.OtherShards = otherShards;
            }
        }

        counters.Count(result.Results);
        _errors.Add(result);
        try
        {
            rejected?.Write(batch, result.Results);
        }
        finally
        {
            await ShowAsync(result).ConfigureAwait(false);
        }
    }

    /// <summary>Leaves the file of rejected rows as it is to be found.</summary>
    /// <param name="isCutShort">Whether the run was stopped, so that not all input was read.</param>
    public Task FinishAsync(bool isCutShort) => rejected?.FinishAsync(isCutShort) ?? Task.CompletedTask;

    /// <summary>One error for each kind of trouble, the most urgent first.</summary>
    /// <param name="isCutShort">Whether the run was stopped, so that not all input was read.</param>
    public async Task WriteErrorsAsync(bool isCutShort)
    {
        var ended = run with { IsCutShort = isCutShort };
        foreach (var kind in _errors.Kinds())
        {
            var error = SendErrors.Of(kind, counters.Summary(), ended, abort.Deferral);
            await host.WriteErrorAsync(error, kind.Results).ConfigureAwait(false);
        }
    }

    private async Task ShowAsync(BatchResult result)
    {
        if (result.Results.Length > 0)
        {
            await host.WriteResultsAsync(result.Results).ConfigureAwait(false);
        }

        if (result.Preview is { } preview)
        {
            await host.WritePreviewAsync(preview).ConfigureAwait(false);
        }

        reportProgress();
    }
}
