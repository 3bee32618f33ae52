using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Gives an operation's output to a cmdlet's pipeline.</summary>
internal sealed class CmdletHost(PSCmdlet cmdlet, PipelinePump pump, ProgressReporter<SendProgress> progress)
    : IOperationHost
{
    private readonly bool _isWhatIf = cmdlet.IsWhatIf();
    private long _unsent;
    private string _action = "";

    /// <summary>
    /// Says once at the end what <c>-WhatIf</c> would do, instead of once a request; <c>null</c>: each request is told.
    /// A triggered send has one request per recipient.
    /// </summary>
    public string? DefinitionOfSingles { get; init; }

    /// <summary>What became of recipients, also of those whose results a stopped pipeline does not take.</summary>
    public OutcomeCounts Outcomes { get; } = new();

    // A script that goes on with the results must not take those of a send that never was for real ones.
    public ValueTask WriteResultsAsync(IReadOnlyList<RecipientResult> results)
    {
        if (_isWhatIf)
        {
            return ValueTask.CompletedTask;
        }

        foreach (var result in results)
        {
            Outcomes.Add(result.Outcome);
        }

        return pump.InvokeAsync(() => cmdlet.WriteObject(results.ToEmitted(), enumerateCollection: true));
    }

    public ValueTask WriteErrorAsync(McException error, IReadOnlyList<RecipientResult> target) =>
        pump.InvokeAsync(() => cmdlet.WriteError(error.ToErrorRecord(target.ToEmitted())));

    public ValueTask WritePreviewAsync(RequestPreview preview) =>
        pump.InvokeAsync(() => cmdlet.WriteObject(preview));

    public ValueTask<bool> ShouldProcessAsync(string target, string action)
    {
        if (!_isWhatIf || DefinitionOfSingles is null)
        {
            return pump.InvokeAsync(() => cmdlet.Confirms(target, action));
        }

        _unsent++;
        _action = action;
        return ValueTask.FromResult(false);
    }

    /// <summary>Says what was left for the end, on the pipeline thread.</summary>
    public void WriteWhatIf()
    {
        if (_unsent > 0)
        {
            cmdlet.Confirms($"{CountWords.Recipients(_unsent)} with definition '{DefinitionOfSingles}'", _action);
        }
    }

    /// <summary>Says how many rows were left to others, on the pipeline thread.</summary>
    public void WriteOtherShards(long rows)
    {
        if (rows > 0)
        {
            cmdlet.WriteVerboseLine($"{CountWords.Recipients(rows)} of other shards passed over.");
        }
    }

    public void WriteVerbose(string message) => pump.Post(() => cmdlet.WriteVerboseLine(message));

    public void ReportProgress(SendProgress state) => progress.Report(state);
}
