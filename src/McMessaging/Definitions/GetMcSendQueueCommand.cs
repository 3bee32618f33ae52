using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Tells how many messages wait for a definition to send them, and how long.</summary>
[Cmdlet(VerbsCommon.Get, "McSendQueue")]
[OutputType(typeof(SendQueueMetrics))]
public sealed class GetMcSendQueueCommand : DefinitionCommandBase
{
    private SendQueues? _queues;

    /// <inheritdoc/>
    protected override void BeginProcessing() => _queues = new SendQueues(RequireConnection(), Verbose);

    private protected override void Process(string definitionKey) =>
        WriteOne(definitionKey, stop => _queues!.GetAsync(Channel, definitionKey, stop));
}
