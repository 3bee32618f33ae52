using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>A cmdlet that sends many recipients per request: email and SMS.</summary>
public abstract class MessageSendCommandBase : SendCommandBase
{
    /// <summary>The send definition.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The key of the send definition.")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DefinitionKeyCompleter))]
    public string DefinitionKey { get; set; } = "";

    /// <summary>Recipients per request.</summary>
    [Parameter(HelpMessage = "Recipients per request, 1 to 2000. Default: 500 with attributes, else 2000.")]
    [ValidateRange(1, SendLimits.MaxBatchSize)]
    public int? BatchSize { get; set; }

    private protected SendOptions OptionsOf(MessageChannel channel) => new()
    {
        Channel = channel,
        DefinitionKey = DefinitionKey,
        BatchSize = BatchSize,
    };
}
