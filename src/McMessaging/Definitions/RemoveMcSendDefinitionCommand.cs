using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Deletes send definitions.</summary>
[Cmdlet(
    VerbsCommon.Remove,
    "McSendDefinition",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveMcSendDefinitionCommand : DefinitionRemovalCommandBase
{
    private SendDefinitions? _definitions;

    /// <inheritdoc/>
    protected override void BeginProcessing() => _definitions = new SendDefinitions(RequireConnection(), Verbose);

    private protected override void Process(string definitionKey)
    {
        if (IsConfirmed($"{Channel} definition '{definitionKey}'", "Delete"))
        {
            ForOne(definitionKey, stop => _definitions!.DeleteAsync(Channel, definitionKey, stop));
        }
    }
}
