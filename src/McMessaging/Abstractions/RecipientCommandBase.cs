using System.Collections;
using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>A cmdlet that sends to the objects of the pipeline, or to one recipient given by parameters.</summary>
public abstract class RecipientCommandBase : ConnectedCommandBase
{
    private protected const string ToObjects = "Recipients";
    private protected const string ToOne = "Message";
    private protected const string InputHelp =
        "The recipients: rows of Import-Csv, hashtables, New-McRecipient or any other objects.";

    private protected const string AttributePropertyHelp =
        "Exactly these properties become attributes; an empty list: none.";
    private protected const string ContactKeyPropertyHelp =
        "The property that holds the contact key. Default: ContactKey or SubscriberKey.";

    private protected const string ToPropertyHelp =
        "The property that holds the address. Default: To, Address, EmailAddress or Email; for SMS To, MobileNumber, "
            + "PhoneNumber or Phone.";

    private protected const string MessageKeyPropertyHelp =
        "The property that holds the message key. Default: MessageKey.";
    private protected const string AddressAsKeyHelp =
        "A recipient without a contact key gets its address as contact key.";
    private protected const string ContactKeyHelp = "The contact key of the one recipient of this message.";
    private protected const string ToHelp = "The address or mobile number of the one recipient of this message.";
    private protected const string MessageKeyHelp =
        "The message key of this message. Default: derived when it is sent.";

    /// <summary>Whom to send to.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ToObjects, HelpMessage = InputHelp)]
    [Alias("Recipient")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public virtual PSObject? InputObject { get; set; }

    /// <summary>The contact key of one recipient.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ToOne, HelpMessage = ContactKeyHelp)]
    [ValidateNotNullOrEmpty]
    public virtual string? ContactKey { get; set; }

    /// <summary>The address of one recipient.</summary>
    [Parameter(ParameterSetName = ToOne, HelpMessage = ToHelp)]
    [ValidateNotNullOrEmpty]
    public virtual string? To { get; set; }

    /// <summary>The message key of one message.</summary>
    [Parameter(ParameterSetName = ToOne, HelpMessage = MessageKeyHelp)]
    [ValidateNotNullOrEmpty]
    public virtual string? MessageKey { get; set; }

    /// <summary>Attributes for every recipient.</summary>
    [Parameter(HelpMessage = "Attributes for every recipient, for example @{ Shop = 'North' }.")]
    [ValidateNotNull]
    public IDictionary? Attribute { get; set; }

    /// <summary>Exactly these properties become attributes.</summary>
    [Parameter(ParameterSetName = ToObjects, HelpMessage = AttributePropertyHelp)]
    public virtual string[]? AttributeProperty { get; set; }

    /// <summary>The property that holds the contact key.</summary>
    [Parameter(ParameterSetName = ToObjects, HelpMessage = ContactKeyPropertyHelp)]
    [ValidateNotNullOrEmpty]
    public virtual string? ContactKeyProperty { get; set; }

    /// <summary>The property that holds the address.</summary>
    [Parameter(ParameterSetName = ToObjects, HelpMessage = ToPropertyHelp)]
    [ValidateNotNullOrEmpty]
    public virtual string? ToProperty { get; set; }

    /// <summary>The property that holds the message key.</summary>
    [Parameter(ParameterSetName = ToObjects, HelpMessage = MessageKeyPropertyHelp)]
    [ValidateNotNullOrEmpty]
    public virtual string? MessageKeyProperty { get; set; }

    /// <summary>Use the address of a recipient without contact key as its contact key.</summary>
    [Parameter(ParameterSetName = ToObjects, HelpMessage = AddressAsKeyHelp)]
    public virtual SwitchParameter UseAddressAsContactKey { get; set; }

    /// <summary>The one recipient that is given by parameters; <c>null</c> if recipients are input objects.</summary>
    private protected PSObject? OneRecipient => ContactKey is null ? null : PSObject.AsPSObject(new Recipient
    {
        ContactKey = ContactKey,
        To = To,
        MessageKey = MessageKey,
    });

    private protected RecipientMapping Mapping => new()
    {
        ContactKeyProperty = ContactKeyProperty,
        ToProperty = ToProperty,
        MessageKeyProperty = MessageKeyProperty,
        AttributeProperty = AttributeProperty,
        UseAddressAsContactKey = UseAddressAsContactKey,
    };
}
