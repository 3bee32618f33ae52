using McMessaging.Cli.Shell;
using Spectre.Console;

namespace McMessaging.Cli.Output;

/// <summary>For people: a progress bar, with errors above it.</summary>
internal sealed class TerminalDisplay : IRunDisplay
{
    // Leaves room for the counts in a terminal of 80 columns.
    private const int BarWidth = 20;

    private readonly IAnsiConsole _terminal;
    private readonly TaskCompletionSource _closed = new();
    private readonly Task _live;
    private readonly ProgressTask _bar;

    private TerminalDisplay(IAnsiConsole terminal, long total)
    {
        _terminal = terminal;
        ProgressTask? bar = null;
        _live = terminal.Progress()
            .AutoClear(true)
            .Columns(
                new ProgressBarColumn { Width = BarWidth },
                new PercentageColumn(),
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new RemainingTimeColumn())
            .StartAsync(context =>
            {
                bar = context.AddTask("sending", maxValue: total);
                return _closed.Task;
            });
        _bar = bar!;
    }

    public static IRunDisplay Start(TextWriter writer, long total) => new TerminalDisplay(Terminal.Over(writer), total);

    public void Report(SendProgress progress)
    {
        _bar.Value = progress.Done;
        _bar.Description = progress.ToString();
    }

    public void WriteLine(string text) => _terminal.WriteLine(text);

    public async ValueTask DisposeAsync()
    {
        _closed.SetResult();
        await _live;
    }
}
