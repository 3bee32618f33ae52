using System.Text.Json;
using System.Text.Json.Nodes;

namespace McMessaging.Client.Tests.Support;

/// <summary>A test with a journal in a folder of its own, a service that refuses "bad" keys, and a clock.</summary>
public abstract class JournalTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mcmessaging-").FullName;

    private protected string JournalPath => Path.Combine(_folder, "run.journal");

    private protected VirtualTime Time { get; init; } = new();

    private protected KeyedService Service { get; } = new()
    {
        Refuses = (_, key) => key?.StartsWith("bad", StringComparison.Ordinal) == true,
    };

    private protected SendOptions Options =>
        Sends.Email() with { JournalPath = JournalPath, RunId = "run-1", BatchSize = 2, ThrottleLimit = 1 };

    /// <summary>As in a job that names no run: a journal has to be taken up for what it says.</summary>
    private protected SendOptions WithoutRunId => Options with { RunId = null };

    private protected JsonNode[] Lines => [.. File.ReadAllLines(JournalPath).Select(line => JsonNode.Parse(line)!)];

    public void Dispose()
    {
        Service.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected string FileAt(params string[] parts) => Path.Combine([_folder, .. parts]);

    /// <summary>Runs a send to the end and gives its host, whatever ended it.</summary>
    private protected async Task<(RecordingHost Host, McException? Error)> RunAsync(
        SendOptions options, params object[] input)
    {
        var host = new RecordingHost();
        try
        {
            await Sends.RunAsync(Service, options, input, host, Time);
            return (host, null);
        }
        catch (McException exception)
        {
            return (host, exception);
        }
    }

    /// <summary>Leaves a journal in which these recipients were sent and nothing is known of their outcome.</summary>
    private protected async Task LeaveInFlightAsync(SendOptions options, params object[] input)
    {
        Service.FaultAfter = (_, _) => throw new HttpRequestException("reset");
        (var host, _) = await RunAsync(options with { MaxRetryCount = 0 }, input);
        Assert.All(host.Results, result => Assert.Equal(SendOutcome.Unknown, result.Outcome));
        Service.FaultAfter = (_, _) => null;
        Service.Requests.Clear();
    }

    private protected static Recipient Person(string key) => new()
    {
        ContactKey = "contact-" + key,
        To = "address-sentinel@example.com",
        MessageKey = key,
        Attributes = new Dictionary<string, object> { ["Name"] = "attribute-sentinel" },
    };

    private protected static string Outcomes(RecordingHost host) =>
        string.Join(
            ' ', host.Results.Select(result => result.FromJournal ? $"({result.Outcome})" : result.Outcome.ToString()));
}
