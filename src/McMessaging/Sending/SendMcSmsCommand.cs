using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Sends a transactional SMS to each input object.</summary>
[Cmdlet(VerbsCommunications.Send, "McSms", SupportsShouldProcess = true, DefaultParameterSetName = ToObjects)]
[OutputType(typeof(SendResult), typeof(RequestPreview))]
public sealed class SendMcSmsCommand : MessageSendCommandBase
{
    /// <summary>The text, instead of the definition's.</summary>
    [Parameter(HelpMessage = "The text of the message, instead of the definition's.")]
    [ValidateNotNullOrEmpty]
    public string? MessageText { get; set; }

    /// <summary>Resubscribe recipients who had unsubscribed.</summary>
    [Parameter(HelpMessage = "Resubscribe recipients who had unsubscribed.")]
    public SwitchParameter Resubscribe { get; set; }

    private protected override SendOptions ChannelOptions => OptionsOf(MessageChannel.Sms) with
    {
        MessageText = MessageText,
        Resubscribe = Resubscribe,
    };
}
