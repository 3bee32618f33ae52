using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Feeds a send from a cmdlet's pipeline.</summary>
internal sealed class PipelineSend(PSCmdlet cmdlet, PipelinePump pump) : IDisposable
{
    private readonly ProgressReporter<SendProgress> _progress = new(cmdlet, pump, ProgressText.RecordOf);
    private SendOperation? _operation;
    private CancellationTokenRegistration _halting;
    private CmdletHost? _host;
    private string? _journal;
    private string? _rejected;
    private string? _runId;
    private bool _isComplete;
    private bool _isEnding;

    public void Start(Connection? connection, SendOptions options)
    {
        var host = _host = new CmdletHost(cmdlet, pump, _progress)
        {
            DefinitionOfSingles = options.Channel == MessageChannel.Triggered
                ? options.DefinitionKey ?? $"{options.DefinitionId}"
                : null,
        };
        _journal = options.PreviewOnly ? null : options.JournalPath;
        _rejected = options.PreviewOnly ? null : options.RejectedPath;
        // Without a journal nobody else knows it, and who runs the same command again needs it.
        _runId = options.RunId ?? (options.JournalPath is null ? Guid.NewGuid().ToString("N") : null);
        options = options with { RunId = _runId };
        var start = SendOperation.StartAsync(connection, options, new PSObjectReader(), host, pump.Interrupted);
        try
        {
            pump.Run(start);
        }
        finally
        {
            // A stop at this moment still has to close the journal.
            _operation = start.IsCompletedSuccessfully ? start.Result : null;
        }

        _halting = pump.Stopping.Register(_operation!.Halt);
    }

    /// <summary>Adds an input object, or each element of a list, once the results that wait are written.</summary>
    public void Add(PSObject? input)
    {
        try
        {
            pump.Drain();
            if (InputList.Of(input) is { } list)
            {
                while (list.MoveNext())
                {
                    AddOne(list.Current);
                }
            }
            else
            {
                AddOne(input);
            }
        }
        catch
        {
            // What closes the pump is no error of the run, and nobody tells what became of it.
            _isEnding = !pump.IsClosed;
            FinishWhatIsInFlight();
            throw;
        }
    }

    public void Complete()
    {
        _isEnding = true;
        try
        {
            var completion = _operation!.CompleteAsync();
            pump.Run(completion);
            _isComplete = true;
            _host!.WriteWhatIf();
            _host.WriteOtherShards(completion.Result.OtherShards);
            foreach (var note in completion.Result.Notes())
            {
                cmdlet.WriteWarningLine(note);
            }
        }
        finally
        {
            _progress.Complete();
        }
    }

    public void Dispose()
    {
        _halting.Dispose();
        if (_operation is not null)
        {
            pump.WaitFor(_operation.DisposeAsync().AsTask());
        }

        // A stopped pipeline takes no output any more; its host still does. Another command stops it, too, one that
        // fails, or Select-Object -First: then there was more input than was sent.
        if (_host is { Outcomes.Total: > 0 } host && !_isComplete && (cmdlet.Stopping || !_isEnding))
        {
            cmdlet.WriteToHost(RunNotes.OfStop(new StoppedRun(cmdlet.MyInvocation.MyCommand.Name, host.Outcomes)
            {
                Journal = File.Exists(_journal) ? _journal : null,
                Rejected = File.Exists(_rejected) ? _rejected : null,
                RunId = host.DefinitionOfSingles is null ? _runId : null,
            }));
        }
    }

    /// <summary>Whatever failed, everybody who was read gets a result as long as the pipeline takes it.</summary>
    private void FinishWhatIsInFlight()
    {
        try
        {
            if (!pump.IsClosed)
            {
                _operation!.Halt();
                pump.Run(_operation.CompleteAsync());
            }
        }
        finally
        {
            _progress.Complete();
        }
    }

    private void AddOne(object? input)
    {
        var added = _operation!.AddAsync(input);
        if (added.IsCompletedSuccessfully)
        {
            added.GetAwaiter().GetResult();
        }
        else
        {
            pump.Run(added.AsTask());
        }
    }
}
