using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Triggers an Email Studio send for each input object.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "McTriggeredSend", SupportsShouldProcess = true, DefaultParameterSetName = ToObjects)]
[OutputType(typeof(TriggeredSendResult), typeof(RequestPreview))]
public sealed class InvokeMcTriggeredSendCommand : SendCommandBase
{
    private const string ToObjectsById = "RecipientsById";
    private const string ToOneById = "MessageById";
    private const string KeyHelp = "The external key of the triggered send definition.";
    private const string IdHelp = "The object id (a GUID) of the triggered send definition.";

    /// <summary>The external key of the triggered send definition.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ToObjects, HelpMessage = KeyHelp)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ToOne, HelpMessage = KeyHelp)]
    [ValidateNotNullOrEmpty]
    public string? Key { get; set; }

    /// <summary>The object id of the triggered send definition.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ToObjectsById, HelpMessage = IdHelp)]
    [Parameter(Mandatory = true, ParameterSetName = ToOneById, HelpMessage = IdHelp)]
    public Guid? Id { get; set; }

    /// <summary>The sender's address, instead of the definition's.</summary>
    [Parameter(HelpMessage = "The sender's address, instead of the definition's.")]
    [ValidateNotNullOrEmpty]
    public string? FromAddress { get; set; }

    /// <summary>The sender's name, instead of the definition's.</summary>
    [Parameter(HelpMessage = "The sender's name, instead of the definition's.")]
    [ValidateNotNullOrEmpty]
    public string? FromName { get; set; }

    /// <summary>Whether the service responds before or after it has checked the subscriber.</summary>
    [Parameter(HelpMessage = "Async: queued at once. Sync: slower, the subscriber is checked first.")]
    public TriggeredRequestType RequestType { get; set; }

    /// <summary>Retry after a failure that leaves the outcome open.</summary>
    [Parameter(HelpMessage = "Retry after a failure that leaves the outcome open. The message may be sent twice.")]
    public SwitchParameter RetryAmbiguous { get; set; }

    // The parameters of the base class once more: an id makes sets of its own.
    /// <inheritdoc/>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ToObjects, HelpMessage = InputHelp)]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ToObjectsById, HelpMessage = InputHelp)]
    [Alias("Recipient")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public override PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    [Parameter(Mandatory = true, ParameterSetName = ToOne, HelpMessage = ContactKeyHelp)]
    [Parameter(Mandatory = true, ParameterSetName = ToOneById, HelpMessage = ContactKeyHelp)]
    [ValidateNotNullOrEmpty]
    public override string? ContactKey { get; set; }

    /// <inheritdoc/>
    [Parameter(ParameterSetName = ToOne, HelpMessage = ToHelp)]
    [Parameter(ParameterSetName = ToOneById, HelpMessage = ToHelp)]
    [ValidateNotNullOrEmpty]
    public override string? To { get; set; }

    /// <inheritdoc/>
    [Parameter(ParameterSetName = ToOne, HelpMessage = MessageKeyHelp)]
    [Parameter(ParameterSetName = ToOneById, HelpMessage = MessageKeyHelp)]
    [ValidateNotNullOrEmpty]
    public override string? MessageKey { get; set; }

    /// <inheritdoc/>
    [Parameter(ParameterSetName = ToObjects, HelpMessage = AttributePropertyHelp)]
    [Parameter(ParameterSetName = ToObjectsById, HelpMessage = AttributePropertyHelp)]
    public override string[]? AttributeProperty { get; set; }

    /// <inheritdoc/>
    [Parameter(ParameterSetName = ToObjects, HelpMessage = ContactKeyPropertyHelp)]
    [Parameter(ParameterSetName = ToObjectsById, HelpMessage = ContactKeyPropertyHelp)]
    [ValidateNotNullOrEmpty]
    public override string? ContactKeyProperty { get; set; }

    /// <inheritdoc/>
    [Parameter(ParameterSetName = ToObjects, HelpMessage = ToPropertyHelp)]
    [Parameter(ParameterSetName = ToObjectsById, HelpMessage = ToPropertyHelp)]
    [ValidateNotNullOrEmpty]
    public override string? ToProperty { get; set; }

    /// <inheritdoc/>
    [Parameter(ParameterSetName = ToObjects, HelpMessage = MessageKeyPropertyHelp)]
    [Parameter(ParameterSetName = ToObjectsById, HelpMessage = MessageKeyPropertyHelp)]
    [ValidateNotNullOrEmpty]
    public override string? MessageKeyProperty { get; set; }

    /// <inheritdoc/>
    [Parameter(ParameterSetName = ToObjects, HelpMessage = AddressAsKeyHelp)]
    [Parameter(ParameterSetName = ToObjectsById, HelpMessage = AddressAsKeyHelp)]
    public override SwitchParameter UseAddressAsContactKey { get; set; }

    private protected override SendOptions ChannelOptions => new()
    {
        Channel = MessageChannel.Triggered,
        DefinitionKey = Key,
        DefinitionId = Id,
        FromAddress = FromAddress,
        FromName = FromName,
        RequestType = RequestType,
        RetryAmbiguous = RetryAmbiguous,
    };
}
