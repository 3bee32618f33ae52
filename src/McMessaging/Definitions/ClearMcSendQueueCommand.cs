using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Drops the messages that wait for an inactive definition.</summary>
[Cmdlet(VerbsCommon.Clear, "McSendQueue", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class ClearMcSendQueueCommand : DefinitionRemovalCommandBase
{
    private SendQueues? _queues;

    /// <inheritdoc/>
    protected override void BeginProcessing() => _queues = new SendQueues(RequireConnection(), Verbose);

    private protected override void Process(string definitionKey)
    {
        if (IsConfirmed($"{Channel} definition '{definitionKey}'", "Drop all queued messages"))
        {
            ForOne(definitionKey, stop => _queues!.ClearAsync(Channel, definitionKey, stop));
        }
    }
}
