using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>A cmdlet about send definitions that exist.</summary>
public abstract class DefinitionCommandBase : ServiceCommandBase
{
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

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var key in DefinitionKey)
        {
            Process(key);
        }
    }

    private protected abstract void Process(string definitionKey);
}
