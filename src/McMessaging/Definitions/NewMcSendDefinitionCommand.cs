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
    [Parameter(
        Mandatory = true,
        Position = 1,
        HelpMessage = "The key that sends name the definition by, 36 characters at most.")]
    [ValidateNotNullOrEmpty]
    public string DefinitionKey { get; set; } = "";

    /// <inheritdoc/>
    [Parameter(Mandatory = true, HelpMessage = "The name, unique in the business unit.")]
    [ValidateNotNullOrEmpty]
    public override string? Name { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (MissingFields is { Length: > 0 } missing)
        {
            ThrowTerminating(CommandErrors.FieldsMissing(Channel, missing), DefinitionKey);
        }

        var definitions = new SendDefinitions(RequireConnection(), Verbose);
        if (this.Confirms($"{Channel} definition '{DefinitionKey}'", "Create"))
        {
            WriteOne(DefinitionKey, stop => definitions.CreateAsync(Channel, DefinitionKey, GivenFields, stop));
        }
    }

    // Mandatory parameters would be asked for by set, and the set does not follow the channel.
    private string[] MissingFields
    {
        get
        {
            string[] email = [nameof(CustomerKey), nameof(List)];
            string[] sms = [nameof(Message), nameof(ShortCode), nameof(Keyword)];
            var (needed, others) = Channel == MessageChannel.Sms ? (sms, email) : (email, sms);
            var given = MyInvocation.BoundParameters;

            // A field of the other channel is the mistake to tell first, and the definitions tell it.
            return others.Any(given.ContainsKey) ? [] : [.. needed.Where(name => !given.ContainsKey(name))];
        }
    }
}
