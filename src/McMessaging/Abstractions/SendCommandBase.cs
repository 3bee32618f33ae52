using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>A cmdlet that sends: how many at once, how often, and how a run is resumed.</summary>
public abstract class SendCommandBase : RecipientCommandBase
{
    private PipelineSend? _send;
    private Action? _addInput;

    /// <summary>Requests in flight at most.</summary>
    [Parameter(HelpMessage = "The most requests in flight, 1 to 50.")]
    [ValidateRange(1, SendLimits.MaxThrottleLimit)]
    public int ThrottleLimit { get; set; } = SendLimits.DefaultThrottleLimit;

    /// <summary>Recipients in any 60 seconds at most.</summary>
    [Parameter(HelpMessage = "Recipients that may begin in any 60 seconds, retries included. Default: no limit.")]
    [ValidateRange(1, int.MaxValue)]
    public int? RecipientsPerMinute { get; set; }

    /// <summary>Retries of a request at most.</summary>
    [Parameter(HelpMessage = "Retries of a request after its first attempt, 0 to 20.")]
    [ValidateRange(0, SendLimits.MaxRetryCount)]
    public int MaxRetryCount { get; set; } = SendLimits.DefaultRetryCount;

    /// <summary>The limit of one attempt.</summary>
    [Parameter(HelpMessage = "Seconds for one attempt, 1 to 3600. The service itself gives up after 120.")]
    [ValidateRange(1, SendLimits.MaxTimeoutSeconds)]
    public int TimeoutSec { get; set; } = SendLimits.DefaultTimeoutSeconds;

    /// <summary>The limit of one request over all its attempts.</summary>
    [Parameter(HelpMessage = "Seconds for one request over all its attempts and waits, 1 to 86400.")]
    [ValidateRange(1, SendLimits.MaxRetryTimeoutSeconds)]
    public int RetryTimeoutSec { get; set; } = SendLimits.DefaultRetryTimeoutSeconds;

    /// <summary>The run that derived message keys belong to.</summary>
    [Parameter(HelpMessage = "The same run id and the same recipients give the same message keys.")]
    [ValidateNotNullOrEmpty]
    public string? RunId { get; set; }

    /// <summary>The journal that makes the run resumable.</summary>
    [Parameter(HelpMessage = "A file that records the run, so that the same command resumes it.")]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>The file that keeps what was not taken.</summary>
    [Parameter(HelpMessage = "A new file that keeps every row that was not taken, and why: CSV, or .jsonl.")]
    [ValidateNotNullOrEmpty]
    public string? RejectedPath { get; set; }

    /// <summary>The part of the input to send.</summary>
    [Parameter(HelpMessage = "Send the i-th of n parts of the input, such as 3/8, and pass over the rest.")]
    [ValidateNotNull]
    public SendShard? Shard { get; set; }

    /// <summary>Send again what the journal holds as unknown.</summary>
    [Parameter(HelpMessage = "Send again what the journal holds as unknown; it may be sent twice.")]
    public SwitchParameter ResendUnknown { get; set; }

    /// <summary>Send again what the journal holds as rejected.</summary>
    [Parameter(HelpMessage = "Send again what the journal holds as rejected.")]
    public SwitchParameter RetryRejected { get; set; }

    /// <summary>The expected number of recipients.</summary>
    [Parameter(HelpMessage = "The expected number of recipients, for the progress bar.")]
    [ValidateRange(0L, long.MaxValue)]
    public long? TotalCount { get; set; }

    /// <summary>Show what would be sent, without sending it.</summary>
    [Parameter(HelpMessage = "Emit the requests that would be made; nothing is sent.")]
    public SwitchParameter AsRequestBody { get; set; }

    /// <summary>What the channel alone knows.</summary>
    private protected abstract SendOptions ChannelOptions { get; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        var connection = AsRequestBody ? FindConnection() : RequireConnection();
        _send = new PipelineSend(this, Pump);
        Guard(() => _send.Start(connection, CreateOptions()));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Guard(_addInput ??= () => _send!.Add(OneRecipient ?? InputObject));

    /// <inheritdoc/>
    protected override void EndProcessing() => Guard(_send!.Complete);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Pump.Close();
            _send?.Dispose();
        }

        base.Dispose(disposing);
    }

    private SendOptions CreateOptions() => ChannelOptions with
    {
        Mapping = Mapping,
        Attributes = Attribute.ToPairs(),
        ThrottleLimit = ThrottleLimit,
        RecipientsPerMinute = RecipientsPerMinute,
        MaxRetryCount = MaxRetryCount,
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        RetryTimeout = TimeSpan.FromSeconds(RetryTimeoutSec),
        RunId = RunId,
        JournalPath = JournalPath is null ? null : this.ToFilePath(JournalPath),
        RejectedPath = RejectedPath is null || this.IsWhatIf() ? null : this.ToFilePath(RejectedPath),
        Shard = Shard,
        ResendUnknown = ResendUnknown,
        RetryRejected = RetryRejected,
        TotalCount = TotalCount,
        PreviewOnly = AsRequestBody,
    };
}
