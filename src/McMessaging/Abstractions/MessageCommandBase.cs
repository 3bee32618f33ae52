using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>A cmdlet about messages that were sent, given by key or as the results of a send.</summary>
public abstract class MessageCommandBase : ServiceCommandBase
{
    /// <summary>The channel of the messages.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "The channel of the messages: Email or Sms.")]
    [ValidateSet("Email", "Sms")]
    [SendChannel]
    public MessageChannel Channel { get; set; }

    /// <summary>The keys of the messages.</summary>
    [Parameter(
        Mandatory = true,
        Position = 1,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "The keys of the messages: the MessageKey of a send's results.")]
    [TextOnly]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string?[]? MessageKey { get; set; }

    /// <summary>What the result of a send says: no state is asked for where nothing was taken.</summary>
    [Parameter(
        ValueFromPipelineByPropertyName = true,
        DontShow = true,
        HelpMessage = "The Outcome of a send's result; it comes from the pipeline.")]
    public SendOutcome? Outcome { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var key in MessageKey is { Length: > 0 } keys ? keys : [null])
        {
            if (Outcome is SendOutcome.Rejected or SendOutcome.Failed or SendOutcome.Cancelled)
            {
                WriteError(CommandErrors.MessageNotTaken(key, Outcome.Value).ToErrorRecord(key));
            }
            else
            {
                Process(new MessageReference(Channel, key ?? ""));
            }
        }
    }

    private protected abstract void Process(MessageReference message);
}
