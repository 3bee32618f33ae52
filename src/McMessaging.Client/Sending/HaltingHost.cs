namespace McMessaging.Sending;

/// <summary>
/// The caller's host, which may fail at any time: the run then ends in order, and the caller is told at its end. A
/// response that has arrived is never lost to a message that could not be shown.
/// </summary>
internal sealed class HaltingHost(IOperationHost host, RunAbort abort) : IOperationHost
{
    public ValueTask WriteResultsAsync(IReadOnlyList<RecipientResult> results) =>
        abort.GuardAsync(() => host.WriteResultsAsync(results));

    public ValueTask WritePreviewAsync(RequestPreview preview) =>
        abort.GuardAsync(() => host.WritePreviewAsync(preview));

    /// <summary>Comes last, when all is done: what it throws goes straight to the caller.</summary>
    public ValueTask WriteErrorAsync(McException error, IReadOnlyList<RecipientResult> target) =>
        host.WriteErrorAsync(error, target);

    /// <summary>Asks; where no answer can be had, nothing is sent any more.</summary>
    public async ValueTask<bool> ShouldProcessAsync(string target, string action)
    {
        var isConfirmed = true;
        await abort.GuardAsync(
            async () => isConfirmed = await host.ShouldProcessAsync(target, action).ConfigureAwait(false))
            .ConfigureAwait(false);
        return isConfirmed;
    }

    public void WriteVerbose(string message) => abort.Guard(() => host.WriteVerbose(message));

    public void ReportProgress(SendProgress progress) => abort.Guard(() => host.ReportProgress(progress));
}
