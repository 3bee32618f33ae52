using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Properties;

/// <summary>One run of a scenario against the model of the service.</summary>
internal sealed record ModelRun(KeyedService Service, Scenario Scenario, MessageChannel Channel)
{
    public string? JournalPath { get; init; }

    public string? RunId { get; init; }

    public CancellationToken Stop { get; init; }

    public FailingDisk Disk { get; init; } = new();

    /// <summary>One result for each recipient of the scenario, whatever ended the run.</summary>
    public async Task<IReadOnlyList<RecipientResult>> ResultsAsync()
    {
        var host = new RecordingHost();
        try
        {
            await SendAllAsync(host);
        }
        catch (McException exception) when (exception.ErrorId is "AuthenticationFailed" or "JournalWriteFailed")
        {
            // The model refused token after token, or the disk failed, and the run ended.
        }

        return [.. host.Results, .. Unread(host.Results.Count)];
    }

    private async Task SendAllAsync(RecordingHost host)
    {
        var options = new SendOptions
        {
            Channel = Channel,
            DefinitionKey = "welcome",
            BatchSize = Scenario.BatchSize,
            ThrottleLimit = Scenario.ThrottleLimit,
            MaxRetryCount = Scenario.MaxRetryCount,
            RetryTimeout = TimeSpan.FromDays(1),
            RunId = RunId,
            JournalPath = JournalPath,
            JournalDisk = Disk.Hold,
        };
        using var connection = await Sends.ConnectAsync(Service, new VirtualTime());
        await using var operation = await SendOperation.StartAsync(
            connection, options, new DictionaryReader(), host, Stop);
        try
        {
            foreach (var recipient in Scenario.Input)
            {
                await operation.AddAsync(recipient);
            }
        }
        catch (OperationCanceledException) when (Stop.IsCancellationRequested)
        {
            // What was read still gets its result below.
        }

        await operation.CompleteAsync();
    }

    // What was not read when the run ended has no result, and was not sent.
    private IEnumerable<RecipientResult> Unread(int read) => Scenario.Input.Skip(read).Cast<Recipient>().Select(
        unread => new RecipientResult
        {
            ContactKey = unread.ContactKey,
            To = unread.To,
            Outcome = SendOutcome.Cancelled,
        });
}
