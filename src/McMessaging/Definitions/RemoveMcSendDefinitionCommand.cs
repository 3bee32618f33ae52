using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Deletes send definitions.</summary>
[Cmdlet(VerbsCommon.Remove, "McSendDefinition", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveMcSendDefinitionCommand : DefinitionCommandBase
{
    private SendDefinitions? _definitions;

    /// <inheritdoc/>
    protected override void BeginProcessing() => _definitions = new SendDefinitions(RequireConnection(), Verbose);

    private protected override void Process(string definitionKey)
    {
        if (ShouldProcess($"{Channel} definition '{definitionKey}'", "Delete"))
        {
            ForOne(definitionKey, stop => _definitions!.DeleteAsync(Channel, definitionKey, stop));
        }
    }
}
