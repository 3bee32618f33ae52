using System.Diagnostics;
using McMessaging.Cli.Input;
using McMessaging.Cli.Output;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Sending;

/// <summary>A send from its arguments to its exit code.</summary>
internal sealed class SendRun(SendJob job, CliConsole console, CancellationToken interrupted)
{
    private bool IsDryRun => job.Options.PreviewOnly;

    public async Task<int> ExecuteAsync()
    {
        try
        {
            return await SendAsync();
        }
        catch (Exception exception) when (exception is McException or InputException)
        {
            Tell(exception);
            return ExitCodes.Of(exception);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            console.Error.WriteLine("mcmsg: Interrupted before anything was sent.");
            return ExitCodes.Interrupted;
        }
    }

    private async Task<int> SendAsync()
    {
        JobFiles.Check(job);
        using var input = await InputFile.OpenAsync(job.Input, job.Format, console.OpenInput, interrupted);
        var count = InputCheck.CountRecords(input, interrupted);

        using var target = await SendTarget.OpenAsync(job, console, interrupted);
        using var output = job.Output is null ? null : OutputFile.Open(job.Output, console.OpenOutput);
        var report = await SendAsync(input, count, target.Connection, output);

        if (report.Failure is null || report.Results.Total > 0)
        {
            WriteSummary(report);
        }

        if (report.Failure is not null)
        {
            Tell(report.Failure);
        }

        return IsDryRun ? ExitCodes.OfDryRun(report) : ExitCodes.Of(report);
    }

    private async Task<SendReport> SendAsync(InputFile input, long count, Connection? connection, OutputFile? output)
    {
        var clock = Stopwatch.StartNew();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        await using var display = console.IsErrorTerminal && !IsDryRun
            ? TerminalDisplay.Start(console.Error, count)
            : new PlainDisplay(console.Error);
        using var host = new ConsoleHost(display, output, IsDryRun, stop.Cancel);

        var options = job.Options with { TotalCount = count };
        SendSummary? sent = null;
        Exception? failure = null;
        try
        {
            sent = await SendPass.RunAsync(input, connection, options, host, stop.Token);
        }
        catch (Exception exception) when (exception is McException or InputException)
        {
            failure = exception;
        }

        return new SendReport
        {
            Count = count,
            Results = host.Results,
            Previews = host.Previews,
            Sent = sent,
            Failure = failure ?? output?.Failure,
            IsInterrupted = interrupted.IsCancellationRequested,
            Elapsed = clock.Elapsed,
        };
    }

    private void WriteSummary(SendReport report)
    {
        var summary = IsDryRun
            ? ReportSummary.OfDryRun(report)
            : ReportSummary.OfSend(report, isKept: job.Output is not null);
        SummaryWriter.Write(summary, console, toError: job.Output == "-");
    }

    private void Tell(Exception error) => console.Error.WriteLine(
        error is McException known ? $"mcmsg: {known.Message} {known.RecommendedAction}" : error.Message);
}
