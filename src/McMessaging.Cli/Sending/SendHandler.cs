using System.Diagnostics;
using McMessaging.Cli.Input;
using McMessaging.Cli.Output;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Sending;

/// <summary>A send from its arguments to its exit code.</summary>
internal sealed class SendHandler(SendJob job, CliConsole console, CancellationToken interrupted)
{
    private long _otherShards;

    private bool IsDryRun => job.Options.PreviewOnly;

    public async Task<int> ExecuteAsync()
    {
        try
        {
            return await SendAsync();
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            console.WriteErrorLine("mcmsg: Interrupted before anything was sent.");
            return ExitCodes.Interrupted;
        }
        catch (Exception exception)
        {
            console.WriteErrorLine(ErrorLine.Of(exception));
            return ExitCodes.Of(exception);
        }
    }

    private async Task<int> SendAsync()
    {
        JobFiles.Check(job);
        using var input = await InputFile.OpenAsync(job.Input, console.OpenInput, interrupted);
        var count = InputCheck.CountRecords(input, toBreak: IsDryRun, interrupted);

        using var target = await SendTarget.OpenAsync(job, console, interrupted);
        using var output = job.Output is null ? null : new OutputFile(job.Output, console.OpenOutput);
        var run = await SendAsync(input, count, target.Connection, output);

        if (run.Failure is null || run.Results.Outcomes.Total + run.Previews.Recipients > 0)
        {
            WriteSummary(run);
        }

        if (run.Failure is not null)
        {
            console.WriteErrorLine(ErrorLine.Of(run.Failure));
        }

        return IsDryRun ? ExitCodes.OfDryRun(run) : ExitCodes.Of(run);
    }

    private async Task<RunResult> SendAsync(InputFile input, long count, Connection? connection, OutputFile? output)
    {
        var clock = Stopwatch.StartNew();
        await using var display = console.IsErrorTerminal && !IsDryRun
            ? TerminalDisplay.Start(console.Error, count)
            : new PlainDisplay(console);
        using var host = new ConsoleHost(display, output, IsDryRun);

        var options = job.Options with
        {
            TotalCount = count,
            RejectedFormat = job.Options.RejectedFormat with { Words = Advice.Of },
        };
        SendSummary? sent = null;
        Exception? failure = null;
        try
        {
            (sent, failure) = await SendEachAsync(input, connection, options, host, output);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failure = exception;
        }

        return new RunResult
        {
            Count = count - _otherShards,
            OtherShards = _otherShards,
            Results = host.Results,
            Previews = host.Previews,
            Sent = sent,
            Failure = failure,
            IsInterrupted = interrupted.IsCancellationRequested,
            Elapsed = clock.Elapsed,
        };
    }

    /// <summary>The second pass over the input: hands every record to the operation.</summary>
    /// <returns>The counts, also where reading ended early: of what was read until then, and why it ended.</returns>
    private async Task<(SendSummary Sent, Exception? Failure)> SendEachAsync(
        InputFile input, Connection? connection, SendOptions options, ConsoleHost host, OutputFile? output)
    {
        await using var operation = await SendOperation.StartAsync(
            connection, options, new FileRecordReader(), host, interrupted);
        // A run that is refused leaves the results of the last one as they are.
        output?.Open();
        try
        {
            using var records = input.ReadRecords();
            while (!interrupted.IsCancellationRequested && records.Read())
            {
                await operation.AddAsync(records.Record);
            }
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            // What was read until now gets its results from CompleteAsync.
        }
        catch (Exception exception)
        {
            // The input was changed since it was checked, or its disk fails: what was read still gets its results. A
            // dry run has come to where its input is broken, and counts what came before.
            if (!IsDryRun)
            {
                operation.Halt();
            }

            return (await operation.CompleteAsync(), exception);
        }
        finally
        {
            _otherShards = operation.OtherShards;
        }

        var sent = await operation.CompleteAsync();
        try
        {
            output?.Complete();
            return (sent, null);
        }
        catch (McException exception)
        {
            return (sent, exception);
        }
    }

    private void WriteSummary(RunResult run)
    {
        var summary = IsDryRun
            ? RunSummary.OfDryRun(run)
            : RunSummary.OfSend(run, isKept: job.Output is not null, job.Options.RejectedPath);
        SummaryWriter.Write(summary, console, toError: job.Output == "-");
    }
}
