using System.CommandLine;
using System.Globalization;
using McMessaging.Cli.Output;
using McMessaging.Cli.Sending;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Commands;

internal sealed class JournalCommand : Command, IHasExamples
{
    private readonly CliConsole _console;

    private readonly Argument<string> _file = new("FILE") { Description = "The journal of a send." };

    public JournalCommand(CliConsole console)
        : base("journal", "Tells what the journal of a send holds.")
    {
        _console = console;
        Arguments.Add(_file);
        SetAction(RunAsync);
    }

    public IReadOnlyList<string> Examples => ["mcmsg journal welcome.journal"];

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken interrupted)
    {
        try
        {
            var journal = await SendJournalInfo.ReadAsync(arguments.GetRequiredValue(_file), interrupted);
            SummaryWriter.Write(SummaryOf(journal), _console, toError: false);
            return ExitCodes.AllAccepted;
        }
        catch (McException exception)
        {
            _console.WriteErrorLine($"mcmsg: {Advice.Of(exception)}");
            return ExitCodes.BadInput;
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
    }

    private static Summary SummaryOf(SendJournalInfo journal) => new(
        journal.Path,
        [
            new("Run id", journal.RunId),
            new("Channel", journal.Channel.ToString()),
            new("Definition", journal.DefinitionKey),
            new("Account", journal.Account),
            new("Shard", journal.Shard ?? "none"),
            new("Created", TextOf(journal.CreatedAt)),
            new("Last written", TextOf(journal.LastWrittenAt)),
            new("Finished", journal.Finished ? "yes" : "no"),
            new("Accepted", journal.Accepted),
            new("Rejected", journal.Rejected),
            new("Not taken", journal.NotTaken),
            new("In flight", journal.InFlight),
        ],
        journal.FirstOpenSentAt is { } since
            ? [$"In flight since {TextOf(since)}: run the same command again within 48 hours."]
            : []);

    private static string TextOf(DateTimeOffset time) =>
        time.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
