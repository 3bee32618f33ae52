using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Lists the messages that the service took and did not send.</summary>
[Cmdlet(VerbsCommon.Get, "McNotSentMessage")]
[OutputType(typeof(NotSentMessage))]
public sealed class GetMcNotSentMessageCommand : ServiceCommandBase
{
    /// <summary>The channel of the messages.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The channel of the messages: Email or Sms.")]
    [ValidateSet("Email", "Sms")]
    [SendChannel]
    public MessageChannel Channel { get; set; }

    /// <summary>The event to begin after.</summary>
    [Parameter(HelpMessage = "The LastEventId of the last message that is known; the list begins after it.")]
    [ValidateRange(0L, long.MaxValue)]
    public long? LastEventId { get; set; }

    /// <summary>How many to list.</summary>
    [Parameter(HelpMessage = "The most messages to list, the oldest first. Default: all.")]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>The file that keeps how far the last list came.</summary>
    [Parameter(HelpMessage = "A file that remembers how far the list got, so that the next one goes on from there.")]
    [ValidateNotNullOrEmpty]
    public string? CheckpointPath { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => Guard(() =>
    {
        var options = new NotSentOptions
        {
            LastEventId = LastEventId,
            First = First,
            CheckpointPath = CheckpointPath is null ? null : this.ToFilePath(CheckpointPath),
        };
        var listing = NotSentListing.Open(RequireConnection(), Channel, options, Verbose);
        if (listing.Warning is { } warning)
        {
            this.WriteWarningLine(warning);
        }

        WriteEach(listing.ReadAsync(Pump.Stopping));
        listing.Save();
    });
}
