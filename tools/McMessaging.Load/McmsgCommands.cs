using System.Diagnostics;
using System.Globalization;
using McMessaging.Chaos;

namespace McMessaging.Load;

/// <summary>Short <c>mcmsg</c> commands in a row: sends of the other channels, a follow-up, a definition.</summary>
internal sealed class McmsgCommands(LoadOptions options, Sandbox sandbox, string folder)
{
    private const int Rows = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);
    private readonly List<SentList> _sent = [];
    private readonly List<string> _problems = [];

    /// <summary>How many commands there were.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<SentList> Sent => _sent;

    public IReadOnlyList<string> Problems => _problems;

    public async Task RunAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(Pause);
        do
        {
            await SendAsync("sms", "--definition", LoadOptions.Definition);
            await SendAsync("triggered", "--key", LoadOptions.Definition);
            var checkpoint = Path.Combine(folder, "sms.checkpoint");
            await RunAsync(Mcmsg.AllAccepted, "not-sent", "sms", "--checkpoint", checkpoint);
            await RunAsync(Mcmsg.ServiceFailed, "test", "--definition", LoadOptions.Definition, "--channel", "email");
        }
        while (Stopwatch.GetElapsedTime(begun) + Pause < options.Duration && await timer.WaitForNextTickAsync());
    }

    private async Task SendAsync(string channel, params string[] definition)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"mcmsg-{channel}-{_sent.Count}");
        var list = new SentList(channel, name, Rows, Path.Combine(folder, name + ".jsonl"));
        var input = Path.Combine(folder, name + ".csv");
        await File.WriteAllLinesAsync(input, [SentList.Heading, .. Enumerable.Range(0, Rows).Select(list.Row)]);
        _sent.Add(list);
        await RunAsync(
            Mcmsg.SomeRefused,
            ["send", channel, .. definition, "--input", input, "--output", list.ResultsPath,
                "--concurrency", options.Concurrency.ToString(CultureInfo.InvariantCulture)]);
    }

    private async Task RunAsync(int expected, params string[] arguments)
    {
        Count++;
        using var process = ClientProcess.Start(sandbox, "dotnet", [Mcmsg.Path, .. arguments]);
        process.Input.Close();
        _problems.AddRange(Mcmsg.ProblemsOf(await process.WaitAsync(), string.Join(' ', arguments), expected));
    }
}
