using System.Globalization;
using McMessaging.Chaos;

namespace McMessaging.Load;

/// <summary>One <c>mcmsg send email</c> for the whole run: its input has no end, so a signal ends it.</summary>
internal sealed class McmsgStream : IDisposable
{
    private readonly LoadOptions _options;
    private readonly ClientProcess _process;

    public McmsgStream(LoadOptions options, Sandbox sandbox, string folder)
    {
        _options = options;
        Sent = new SentList("email", "mcmsg-email", 0, Path.Combine(folder, "mcmsg-email.jsonl"));
        var input = Path.Combine(folder, "mcmsg-email.csv");
        var most = (int)(options.Duration.TotalMilliseconds / options.LatencyMs)
            * options.Concurrency * LoadOptions.BatchSize;
        File.WriteAllLines(input, [SentList.Heading, .. Enumerable.Range(0, most).Select(Sent.Row)]);
        _process = ClientProcess.Start(sandbox, "dotnet",
        [
            Mcmsg.Path, "send", "email",
            "--definition", LoadOptions.Definition,
            "--input", input,
            "--output", Sent.ResultsPath,
            "--batch-size", LoadOptions.BatchSize.ToString(CultureInfo.InvariantCulture),
            "--concurrency", options.Concurrency.ToString(CultureInfo.InvariantCulture),
        ]);
    }

    public int ProcessId => _process.Id;

    /// <summary>Those who were read before the end: each of them has a result.</summary>
    public SentList Sent { get; private set; }

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public async Task RunAsync()
    {
        await Task.Delay(_options.Duration);
        if (!_process.HasExited)
        {
            await _process.SignalAsync("TERM");
        }

        Problems = Mcmsg.ProblemsOf(await _process.WaitAsync(), "send email", Mcmsg.Stopped);
        Sent = Sent with { Count = File.ReadLines(Sent.ResultsPath).Count() };
    }

    public void Dispose() => _process.Dispose();
}
