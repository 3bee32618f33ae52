using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Asks what has become of messages.</summary>
[Cmdlet(VerbsCommon.Get, "McMessageStatus")]
[OutputType(typeof(MessageStatus))]
public sealed class GetMcMessageStatusCommand : MessageCommandBase
{
    private MessageStatuses? _statuses;

    /// <inheritdoc/>
    protected override void BeginProcessing() => _statuses = new MessageStatuses(RequireConnection(), Verbose);

    private protected override void Process(MessageReference message) => WriteOne(
        message.MessageKey,
        stop => _statuses!.GetAsync(message.Channel, message.MessageKey, stop));
}
