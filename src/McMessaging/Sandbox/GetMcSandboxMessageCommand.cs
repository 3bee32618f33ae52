using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Lists the messages that a sandbox was sent.</summary>
[Cmdlet(VerbsCommon.Get, "McSandboxMessage", DefaultParameterSetName = OfLastSandbox)]
[OutputType(typeof(SandboxMessage))]
public sealed class GetMcSandboxMessageCommand : SandboxCommandBase
{
    private const string ChannelHelp = "Only messages of this channel.";

    /// <summary>Only messages of this channel.</summary>
    [Parameter(Position = 0, ParameterSetName = OfLastSandbox, HelpMessage = ChannelHelp)]
    [Parameter(Position = 1, ParameterSetName = OfGivenSandbox, HelpMessage = ChannelHelp)]
    public MessageChannel? Channel { get; set; }

    /// <summary>Only messages with these keys.</summary>
    [Parameter(HelpMessage = "Only messages with these message keys.")]
    [ValidateNotNullOrEmpty]
    public string[]? MessageKey { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var messages = RequireSandbox().GetMessages(Channel?.ToString());
        WriteObject(messages.Where(IsWanted), enumerateCollection: true);
    }

    private bool IsWanted(SandboxMessage message) =>
        MessageKey is null || MessageKey.Contains(message.MessageKey, StringComparer.Ordinal);
}
