using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Changes the given fields of send definitions and leaves the others as they are.</summary>
[Cmdlet(VerbsCommon.Set, "McSendDefinition", SupportsShouldProcess = true, DefaultParameterSetName = Email)]
[OutputType(typeof(SendDefinition))]
public sealed class SetMcSendDefinitionCommand : DefinitionFieldsCommandBase
{
    private SendDefinitions? _definitions;
    private SendDefinitionChange? _change;

    /// <summary>The channel of the definitions.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "The channel of the definition: Email or Sms.")]
    [ValidateSet("Email", "Sms")]
    [SendChannel]
    public MessageChannel Channel { get; set; }

    /// <summary>The keys of the definitions.</summary>
    [Parameter(
        Mandatory = true,
        Position = 1,
        ValueFromPipelineByPropertyName = true,
        HelpMessage = "The keys of the definitions, as they are: no wildcards.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DefinitionKeyCompleter))]
    public string[] DefinitionKey { get; set; } = [];

    /// <summary>Emit the changed definitions.</summary>
    [Parameter(HelpMessage = "Emit the changed definitions.")]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _definitions = new SendDefinitions(RequireConnection(), Verbose);
        _change = GivenFields;
        Guard(_change.ThrowIfEmpty);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var key in DefinitionKey)
        {
            if (this.Confirms($"{Channel} definition '{key}'", "Change"))
            {
                ForOne(key, stop => ChangeAsync(key, stop));
            }
        }
    }

    private async Task ChangeAsync(string key, CancellationToken stop)
    {
        var changed = await _definitions!.UpdateAsync(Channel, key, _change!, stop).ConfigureAwait(false);
        if (PassThru)
        {
            await WriteAsync(changed).ConfigureAwait(false);
        }
    }
}
