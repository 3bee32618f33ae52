using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Waits until messages are sent, or not sent for good.</summary>
[Cmdlet(VerbsLifecycle.Wait, "McMessage")]
[OutputType(typeof(MessageStatus))]
public sealed class WaitMcMessageCommand : MessageCommandBase
{
    private readonly List<MessageReference> _messages = [];
    private readonly ErrorsByKind _errors = new();
    private Connection? _connection;

    /// <summary>How long to wait.</summary>
    [Parameter(HelpMessage = "Seconds to wait for all messages together, 1 to 259200 (three days).")]
    [ValidateRange(1, 259_200)]
    public int TimeoutSec { get; set; } = 300;

    /// <inheritdoc/>
    protected override void BeginProcessing() => _connection = RequireConnection();

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var progress = new ProgressReporter<MessageWaitProgress>(this, Pump, WaitProgressText.RecordOf);
        try
        {
            Await(WaitAsync(progress));
        }
        finally
        {
            progress.Complete();
        }

        foreach (var (error, target) in _errors.All("messages"))
        {
            WriteError(error.ToErrorRecord(target));
        }
    }

    private protected override void Process(MessageReference message) => _messages.Add(message);

    private async Task WaitAsync(ProgressReporter<MessageWaitProgress> progress)
    {
        var wait = new MessageWait(_connection!, TimeSpan.FromSeconds(TimeoutSec), Verbose, progress.Report);
        await foreach (var result in wait.RunAsync(_messages, Pump.Stopping).ConfigureAwait(false))
        {
            await Pump.InvokeAsync(() => Write(result)).ConfigureAwait(false);
        }
    }

    private void Write(MessageWaitResult result)
    {
        WriteObject(result.Status);
        if (result.Error is { } error)
        {
            _errors.Add(error, result.Status.MessageKey);
        }
    }
}
