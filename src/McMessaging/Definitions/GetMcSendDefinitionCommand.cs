using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Gets send definitions: all fields of one, or a list with the few that lists have.</summary>
[Cmdlet(VerbsCommon.Get, "McSendDefinition")]
[OutputType(typeof(SendDefinition))]
public sealed class GetMcSendDefinitionCommand : ServiceCommandBase
{
    private SendDefinitions? _definitions;

    /// <summary>The channel of the definitions.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "The channel of the definitions: Email or Sms.")]
    [ValidateSet("Email", "Sms")]
    [SendChannel]
    public MessageChannel Channel { get; set; }

    /// <summary>The keys of the definitions; without it, all.</summary>
    [Parameter(
        Position = 1,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "Keys, which give all fields, or patterns with wildcards, which give lists. Default: all.")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DefinitionKeyCompleter))]
    public string[] DefinitionKey { get; set; } = ["*"];

    /// <summary>Only definitions with this status.</summary>
    [Parameter(HelpMessage = "Only definitions with this status. Lists leave deleted ones out unless asked for.")]
    [ValidateSet("Active", "Inactive", "Deleted")]
    public DefinitionStatus? Status { get; set; }

    // The service lists deleted definitions too, with new keys.
    private DefinitionFilter Filter => Status is null
        ? new DefinitionFilter { StatusNot = DefinitionStatus.Deleted }
        : new DefinitionFilter { Status = Status };

    /// <inheritdoc/>
    protected override void BeginProcessing() => _definitions = new SendDefinitions(RequireConnection(), Verbose);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var key in DefinitionKey)
        {
            if (WildcardPattern.ContainsWildcardCharacters(key))
            {
                WriteEach(List(WildcardPattern.Get(key, WildcardOptions.IgnoreCase)));
            }
            else
            {
                ForOne(key, stop => WriteIfWantedAsync(key, stop));
            }
        }
    }

    private IAsyncEnumerable<SendDefinition> List(WildcardPattern pattern) => _definitions!
        .ListAsync(Channel, Filter, Pump.Stopping)
        .Where(definition => pattern.IsMatch(definition.DefinitionKey));

    private async Task WriteIfWantedAsync(string key, CancellationToken stop)
    {
        var definition = await _definitions!.GetAsync(Channel, key, stop).ConfigureAwait(false);
        if (Status is null || definition.Status == Status)
        {
            await WriteAsync(definition).ConfigureAwait(false);
        }
    }
}
