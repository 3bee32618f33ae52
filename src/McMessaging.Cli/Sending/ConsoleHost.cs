using System.Text;
using McMessaging.Cli.Output;

namespace McMessaging.Cli.Sending;

/// <summary>Takes what a send gives: counts it, shows it, and writes it to the output.</summary>
internal sealed class ConsoleHost : IOperationHost, IDisposable
{
    private const int ShownErrors = 10;

    private readonly IRunDisplay _display;
    private readonly OutputFile? _resultOutput;
    private readonly OutputFile? _bodyOutput;
    private readonly ResultLines _lines = new();
    private readonly object _lock = new();
    private int _errors;

    /// <param name="display">What is shown meanwhile.</param>
    /// <param name="output">Where results, or the bodies of a dry run, are kept.</param>
    /// <param name="isDryRun">Which of the two.</param>
    public ConsoleHost(IRunDisplay display, OutputFile? output, bool isDryRun)
    {
        _display = display;
        _resultOutput = isDryRun ? null : output;
        _bodyOutput = isDryRun ? output : null;
    }

    public ResultCounters Results { get; } = new();

    public PreviewCounters Previews { get; } = new();

    public ValueTask WriteResultsAsync(IReadOnlyList<RecipientResult> results)
    {
        lock (_lock)
        {
            foreach (var result in results)
            {
                Results.Add(result);
            }

            _resultOutput?.Write(_lines.Of(results));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask WriteErrorAsync(McException error, IReadOnlyList<RecipientResult> target)
    {
        var number = Interlocked.Increment(ref _errors);
        if (number <= ShownErrors)
        {
            _display.WriteLine($"mcmsg: {Advice.Of(error)}");
        }

        if (number == ShownErrors + 1)
        {
            _display.WriteLine("mcmsg: Further errors are counted in the summary.");
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask WritePreviewAsync(RequestPreview preview)
    {
        lock (_lock)
        {
            Previews.Add(preview);
            _bodyOutput?.Write(Encoding.UTF8.GetBytes(preview.Body + "\n"));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> ShouldProcessAsync(string target, string action) => ValueTask.FromResult(true);

    public void WriteVerbose(string message)
    {
    }

    public void ReportProgress(SendProgress progress) => _display.Report(progress);

    public void Dispose() => _lines.Dispose();
}
