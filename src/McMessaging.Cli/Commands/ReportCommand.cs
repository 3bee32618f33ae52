using System.CommandLine;
using System.Text;
using McMessaging.Cli.Input;
using McMessaging.Cli.Output;
using McMessaging.Cli.Sending;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Commands;

internal sealed class ReportCommand : Command, IHasExamples
{
    private readonly CliConsole _console;

    private readonly Argument<string> _results = new("RESULTS|-")
    {
        Description = "The results of a send: what --output wrote, or CSV or JSON; - reads standard input.",
    };

    private readonly Option<string?> _output = new("--output")
    {
        HelpName = "FILE|-",
        Description = "The HTML file to write; - writes to standard output. "
            + "Default: the name of the results with .html at its end.",
    };

    private readonly Option<string?> _format = new Option<string?>("--format")
    {
        Description = "The results' format. Default: by the file's extension; standard input by its first character.",
    }.AcceptOnlyFromAmong(InputFormats.Names);

    private readonly Option<bool> _includeAddress = new("--include-address")
    {
        Description = "Shows addresses, and contact keys that look like one in full. "
            + "Without it there is no address in the file.",
    };

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Replaces the file if it exists.",
    };

    public ReportCommand(CliConsole console)
        : base("report", "Makes an HTML page of the results of a send.")
    {
        _console = console;
        Arguments.Add(_results);
        Options.Add(_output);
        Options.Add(_format);
        Options.Add(_includeAddress);
        Options.Add(_force);
        SetAction(RunAsync);
    }

    public IReadOnlyList<string> Examples =>
        ["mcmsg report results.jsonl", "mcmsg report results.jsonl --output report.html --force"];

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken interrupted)
    {
        try
        {
            var results = arguments.GetRequiredValue(_results);
            var output = OutputPath.Of(arguments.GetValue(_output)) ?? DefaultOutput(results);
            if (results != "-" && output != "-" && FileIdentity.AreSame(results, output))
            {
                throw OutputIsInput();
            }

            using var file = output == "-" ? null : SendReportFile.Create(output, arguments.GetValue(_force));
            var report = new SendReport(new SendReportOptions { IncludeAddress = arguments.GetValue(_includeAddress) });
            await ReadAsync(results, InputFormats.Parse(arguments.GetValue(_format)), report, interrupted);
            Write(report, file, output);
            return ExitCodes.AllAccepted;
        }
        catch (Exception exception) when (exception is McException or InputException)
        {
            _console.WriteErrorLine(ErrorLine.Of(exception));
            return ExitCodes.BadInput;
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
    }

    private async Task ReadAsync(
        string path, InputFormat? format, SendReport report, CancellationToken interrupted)
    {
        // A report needs no contact key.
        var columns = new InputColumns(new RecipientMapping { UseAddressAsContactKey = true });
        var options = new InputOptions { Path = path, Format = format, Columns = columns };
        using var input = await InputFile.OpenAsync(options, _console.OpenInput, interrupted);
        using var records = input.ReadRecords();
        var reader = new FileRecordReader();
        var record = new InputRecord();
        while (records.Read())
        {
            interrupted.ThrowIfCancellationRequested();
            record.Clear();
            reader.TryRead(records.Record, record);
            report.Add(SavedResult.Read(record, value => value?.ToString()) ?? throw new InputException(
                input.Name,
                records.Line,
                "this is not the result of a send: it has no 'Outcome' that is one.",
                "Give what --output wrote."));
        }
    }

    private void Write(SendReport report, SendReportFile? file, string output)
    {
        if (file is null)
        {
            using var writer = new StreamWriter(_console.OpenOutput(), new UTF8Encoding(false));
            report.Write(writer);
            return;
        }

        file.Save(report);
        _console.WriteLine($"{output}: {CountWords.Recipients(report.Total)}, "
            + $"{CountWords.Number(report.Total - report.TotalAccepted)} not accepted.");
    }

    private static string DefaultOutput(string results) => results == "-"
        ? throw new McException(
            "OutputMissing",
            McErrorCategory.InvalidArgument,
            "Results from standard input have no name for the report to take.",
            "Give --output FILE.")
        : Path.ChangeExtension(results, ".html");

    private static McException OutputIsInput() => new(
        "SameFileTwice",
        McErrorCategory.InvalidArgument,
        "The report and the results are the same file.",
        "Give another --output.");
}
