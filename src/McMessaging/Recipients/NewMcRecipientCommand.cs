using System.Collections;
using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Makes a recipient.</summary>
[Cmdlet(VerbsCommon.New, "McRecipient")]
[OutputType(typeof(Recipient))]
public sealed class NewMcRecipientCommand : McCommandBase
{
    /// <summary>The contact key.</summary>
    [Parameter(
        Position = 0,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "The contact key (subscriber key), up to 100 characters.")]
    [Alias("SubscriberKey")]
    public string? ContactKey { get; set; }

    /// <summary>The address.</summary>
    [Parameter(
        Position = 1,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "The email address, or the mobile number as digits with country code.")]
    public string? To { get; set; }

    /// <summary>The message key.</summary>
    [Parameter(
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "The message key, up to 100 characters. Default: derived when it is sent.")]
    public string? MessageKey { get; set; }

    /// <summary>The attributes.</summary>
    [Parameter(
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "The attributes that personalize the message, for example @{ FirstName = 'Ada' }.")]
    public IDictionary? Attribute { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Guard(() => WriteObject(new Recipient
    {
        ContactKey = ContactKey,
        To = To,
        MessageKey = MessageKey,
        Attributes = Attribute.Copy(),
    }));
}
