using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Triggers an Email Studio send for each input object.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "McTriggeredSend", SupportsShouldProcess = true, DefaultParameterSetName = ByKey)]
[OutputType(typeof(TriggeredSendResult), typeof(RequestPreview))]
public sealed class InvokeMcTriggeredSendCommand : SendCommandBase
{
    private const string ByKey = "Key";
    private const string ById = "Id";

    /// <summary>The external key of the triggered send definition.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = ByKey,
        HelpMessage = "The external key of the triggered send definition.")]
    [ValidateNotNullOrEmpty]
    public string? Key { get; set; }

    /// <summary>The object id of the triggered send definition.</summary>
    [Parameter(
        Mandatory = true,
        ParameterSetName = ById,
        HelpMessage = "The object id (a GUID) of the triggered send definition.")]
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
    [Parameter(HelpMessage = "Async: queued, and the service responds at once. Sync: slower, the subscriber is checked first.")]
    public TriggeredRequestType RequestType { get; set; }

    /// <summary>Retry after a failure that leaves the outcome open.</summary>
    [Parameter(HelpMessage = "Retry after a failure that leaves the outcome open. The message may be sent twice.")]
    public SwitchParameter RetryAmbiguous { get; set; }

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
