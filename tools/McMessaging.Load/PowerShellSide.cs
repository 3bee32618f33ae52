using System.Globalization;
using System.Text.Json;
using McMessaging.Chaos;

namespace McMessaging.Load;

/// <summary>One PowerShell process with the module: sends, follow-ups and definitions, one after the other.</summary>
internal sealed class PowerShellSide : IDisposable
{
    private readonly ClientProcess _process;
    private readonly string _folder;

    public PowerShellSide(LoadOptions options, Sandbox sandbox, string folder)
    {
        _folder = folder;
        _process = ClientProcess.Start(sandbox, "pwsh",
        [
            "-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "Send-Mixed.ps1"),
            "-ModulePath", options.ModulePath,
            "-Folder", folder,
            "-DefinitionKey", LoadOptions.Definition,
            "-Seconds", options.Duration.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            "-Sends", options.Sends.ToString(CultureInfo.InvariantCulture),
            "-ThrottleLimit", options.Concurrency.ToString(CultureInfo.InvariantCulture),
            "-BatchSize", LoadOptions.BatchSize.ToString(CultureInfo.InvariantCulture),
        ]);
    }

    public int ProcessId => _process.Id;

    public PowerShellTally Tally { get; private set; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    public IReadOnlyList<SentList> Sent =>
    [
        List("email", Tally.Email),
        List("sms", Tally.Sms),
        List("triggered", Tally.Triggered),
    ];

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public async Task RunAsync()
    {
        _process.Input.Close();
        var exit = await _process.WaitAsync();
        if (exit.Code == 0)
        {
            Tally = JsonSerializer.Deserialize<PowerShellTally>(exit.Output)!;
            Problems = Tally.Wrong == 0 ? [] : [$"pwsh: {Tally.Wrong} follow-ups or definitions were wrong"];
        }
        else
        {
            Problems = [$"pwsh ended with {exit.Code}: {exit.Errors}{exit.Output}"];
        }
    }

    public void Dispose() => _process.Dispose();

    private SentList List(string channel, int count) =>
        new(channel, $"pwsh-{channel}", count, Path.Combine(_folder, $"pwsh-{channel}.jsonl"));
}

/// <summary>What the process did.</summary>
/// <param name="Sends">Commands that sent.</param>
/// <param name="Email">Recipients.</param>
/// <param name="Sms">Recipients.</param>
/// <param name="Triggered">Recipients.</param>
/// <param name="FollowUps">Questions for the status of messages.</param>
/// <param name="Definitions">Definitions that were made, changed, read and removed.</param>
/// <param name="Failed">Follow-ups and definitions that the faults defeated, which was said.</param>
/// <param name="Wrong">Follow-ups and definitions that said or did something else than asked.</param>
internal sealed record PowerShellTally(
    int Sends, int Email, int Sms, int Triggered, int FollowUps, int Definitions, int Failed, int Wrong);
