using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>A cmdlet whose input objects are recipients.</summary>
public abstract class RecipientCommandBase : ConnectedCommandBase
{
    /// <summary>Whom to send to.</summary>
    [Parameter(
        Mandatory = true,
        ValueFromPipeline = true,
        HelpMessage = "The recipients: rows of Import-Csv, hashtables, New-McRecipient or any other objects.")]
    [Alias("Recipient")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject? InputObject { get; set; }

    /// <summary>Exactly these properties become attributes.</summary>
    [Parameter(HelpMessage = "Exactly these properties become attributes; an empty list: none.")]
    public string[]? AttributeProperty { get; set; }

    /// <summary>The property that holds the contact key.</summary>
    [Parameter(HelpMessage = "The property that holds the contact key. Default: ContactKey or SubscriberKey.")]
    [ValidateNotNullOrEmpty]
    public string? ContactKeyProperty { get; set; }

    /// <summary>The property that holds the address.</summary>
    [Parameter(HelpMessage = "The property that holds the address. Default: To and its usual synonyms.")]
    [ValidateNotNullOrEmpty]
    public string? ToProperty { get; set; }

    /// <summary>The property that holds the message key.</summary>
    [Parameter(HelpMessage = "The property that holds the message key. Default: MessageKey.")]
    [ValidateNotNullOrEmpty]
    public string? MessageKeyProperty { get; set; }

    /// <summary>Use the address of a recipient without contact key as its contact key.</summary>
    [Parameter(HelpMessage = "A recipient without contact key gets its address as contact key.")]
    public SwitchParameter UseAddressAsContactKey { get; set; }

    private protected RecipientMapping Mapping => new()
    {
        ContactKeyProperty = ContactKeyProperty,
        ToProperty = ToProperty,
        MessageKeyProperty = MessageKeyProperty,
        AttributeProperty = AttributeProperty,
        UseAddressAsContactKey = UseAddressAsContactKey,
    };
}
