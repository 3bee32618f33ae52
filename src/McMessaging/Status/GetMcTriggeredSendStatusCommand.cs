using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Asks what has become of triggered sends.</summary>
[Cmdlet(VerbsCommon.Get, "McTriggeredSendStatus", DefaultParameterSetName = ByKey)]
[OutputType(typeof(TriggeredSendStatus))]
public sealed class GetMcTriggeredSendStatusCommand : ServiceCommandBase
{
    private const string ByKey = "Key";
    private const string ById = "Id";
    private TriggeredSendStatuses? _statuses;

    /// <summary>The external key of the triggered send definition.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipelineByPropertyName = true,
        ParameterSetName = ByKey,
        HelpMessage = "The external key of the triggered send definition, or the DefinitionKey of a result.")]
    [Alias("DefinitionKey")]
    [ValidateNotNullOrEmpty]
    public string Key { get; set; } = "";

    /// <summary>The object id of the triggered send definition.</summary>
    [Parameter(
        Mandatory = true,
        ParameterSetName = ById,
        HelpMessage = "The object id (a GUID) of the triggered send definition.")]
    public Guid Id { get; set; }

    /// <summary>The ids of the sends.</summary>
    [Parameter(
        Mandatory = true,
        Position = 1,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "The RecipientSendId of the results of Invoke-McTriggeredSend.")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string?[]? RecipientSendId { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _statuses = new TriggeredSendStatuses(RequireConnection(), Verbose);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in RecipientSendId is { Length: > 0 } ids ? ids : [null])
        {
            WriteOne(id ?? Definition, stop => AskAsync(id ?? "", stop));
        }
    }

    private string Definition => ParameterSetName == ById ? Id.ToString() : Key;

    private async Task<TriggeredSendStatus> AskAsync(string sendId, CancellationToken stop)
    {
        if (ParameterSetName == ById)
        {
            return await _statuses!.GetByIdAsync(Id, sendId, stop).ConfigureAwait(false);
        }

        try
        {
            return await _statuses!.GetByKeyAsync(Key, sendId, stop).ConfigureAwait(false);
        }
        catch (McException exception) when (exception.HttpStatus == 404 && Guid.TryParse(Key, out _))
        {
            // A result names its definition by key or by id, and both can look like an id.
            return await _statuses!.GetByIdAsync(Guid.Parse(Key), sendId, stop).ConfigureAwait(false);
        }
    }
}
