using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Makes a send definition.</summary>
[Cmdlet(VerbsCommon.New, "McSendDefinition", SupportsShouldProcess = true, DefaultParameterSetName = Email)]
[OutputType(typeof(SendDefinition))]
public sealed class NewMcSendDefinitionCommand : DefinitionFieldsCommandBase
{
    /// <summary>The channel of the definition.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The channel of the definition: Email or Sms.")]
    [ValidateSet("Email", "Sms")]
    [SendChannel]
    public MessageChannel Channel { get; set; }

    /// <summary>The key of the definition.</summary>
    [Parameter(Mandatory = true, Position = 1, HelpMessage = "The key that sends name the definition by.")]
    [ValidateNotNullOrEmpty]
    public string DefinitionKey { get; set; } = "";

    /// <inheritdoc/>
    [Parameter(Mandatory = true, HelpMessage = "The name, unique in the business unit.")]
    [ValidateNotNullOrEmpty]
    public override string? Name { get; set; }

    /// <inheritdoc/>
    [Parameter(Mandatory = true, ParameterSetName = Email, HelpMessage = "The customer key of the content asset.")]
    [ValidateNotNullOrEmpty]
    public override string? CustomerKey { get; set; }

    /// <inheritdoc/>
    [Parameter(
        Mandatory = true,
        ParameterSetName = Email,
        HelpMessage = "The external key of the list, or of all subscribers.")]
    [ValidateNotNullOrEmpty]
    public override string? List { get; set; }

    /// <inheritdoc/>
    [Parameter(Mandatory = true, ParameterSetName = Sms, HelpMessage = "The text of the message.")]
    [ValidateNotNullOrEmpty]
    public override string? Message { get; set; }

    /// <inheritdoc/>
    [Parameter(
        Mandatory = true,
        ParameterSetName = Sms,
        HelpMessage = "The short or long code that messages come from.")]
    [ValidateNotNullOrEmpty]
    public override string? ShortCode { get; set; }

    /// <inheritdoc/>
    [Parameter(
        Mandatory = true,
        ParameterSetName = Sms,
        HelpMessage = "The country of the short code, e.g. US; may be empty.")]
    [AllowEmptyString]
    public override string? CountryCode { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var definitions = new SendDefinitions(RequireConnection(), Verbose);
        if (ShouldProcess($"{Channel} definition '{DefinitionKey}'", "Create"))
        {
            WriteOne(DefinitionKey, stop => definitions.CreateAsync(Channel, DefinitionKey, GivenFields, stop));
        }
    }
}
