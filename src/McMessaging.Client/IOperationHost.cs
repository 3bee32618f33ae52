namespace McMessaging;

/// <summary>
/// Where an operation's output goes: a cmdlet, a console program or a test. An operation knows nothing else of its
/// host.
/// Members may be called from any thread; awaiting them is the operation's back-pressure.
/// </summary>
public interface IOperationHost
{
    /// <summary>Takes finished results. They arrive in input order.</summary>
    ValueTask WriteResultsAsync(IReadOnlyList<RecipientResult> results);

    /// <summary>Takes one error that does not end the operation, after the results it is about.</summary>
    ValueTask WriteErrorAsync(McException error, IReadOnlyList<RecipientResult> target);

    /// <summary>Takes what would be sent, instead of sending it (see <see cref="SendOptions.PreviewOnly"/>).</summary>
    ValueTask WritePreviewAsync(RequestPreview preview);

    /// <summary>Asks whether to send a request. Called before any HTTP call for it.</summary>
    /// <param name="target">What is acted on, without an address or an attribute value.</param>
    /// <param name="action">What is done.</param>
    ValueTask<bool> ShouldProcessAsync(string target, string action);

    /// <summary>Takes a line of detail: method, path, status, duration, attempt, request id.</summary>
    void WriteVerbose(string message);

    /// <summary>Takes the state of the run; called often, the host thins it out.</summary>
    void ReportProgress(SendProgress progress);
}
