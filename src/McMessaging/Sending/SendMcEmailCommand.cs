using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Sends a transactional email to each input object.</summary>
[Cmdlet(VerbsCommunications.Send, "McEmail", SupportsShouldProcess = true, DefaultParameterSetName = ToObjects)]
[OutputType(typeof(SendResult), typeof(RequestPreview))]
public sealed class SendMcEmailCommand : MessageSendCommandBase
{
    private protected override SendOptions ChannelOptions => OptionsOf(MessageChannel.Email);
}
