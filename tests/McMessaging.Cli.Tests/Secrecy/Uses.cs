using System.CommandLine;
using McMessaging.Cli.Commands;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Tests.Secrecy;

/// <summary>
/// Lines to try each command with, by the path of the command: as it should be used, and as it should not.
/// </summary>
internal static class Uses
{
    private static readonly Dictionary<string, string[]> Lines = new(StringComparer.Ordinal)
    {
        ["send email"] =
        [
            "--definition KEY --input PEOPLE --journal SEEN.journal --output OWN.jsonl --rejected OWN.csv",
            "--definition KEY --input PEOPLE --attribute Shop=VALUE --attribute shop=VALUE",
            "--definition KEY --input BROKEN --journal SEEN2.journal",
            "--definition KEY --input PEOPLE --contact-key COLUMN",
            "--definition KEY --input PEOPLE --dry-run --output OWN-bodies.jsonl",
            "--definition KEY --input MISSING",
            "--definition KEY --input PEOPLE --sandbox",
            "--definition KEY --input PEOPLE --journal NOWHERE/x",
            "--definition KEY --input PEOPLE --output NOWHERE/x",
            "--definition KEY --input PEOPLE --rejected NOWHERE/x",
        ],
        ["send sms"] =
        [
            "--definition KEY --input PHONES --text VALUE --journal SEEN-sms.journal",
            "--definition KEY --input PEOPLE --text VALUE",
        ],
        ["send triggered"] =
        [
            "--key KEY --input PEOPLE --from ADDRESS --from-name VALUE",
            "--id VALUE --input PEOPLE",
        ],
        ["test"] = ["", "--definition KEY --channel email", "--channel COLUMN"],
        ["not-sent email"] =
        [
            "--checkpoint SEEN.checkpoint --output OWN-not-sent.jsonl",
            "--checkpoint NOWHERE/x",
            "--first VALUE",
        ],
        ["not-sent sms"] = ["--checkpoint SEEN-sms.checkpoint --output OWN-not-sent-sms.jsonl"],
        ["report"] =
        [
            "OWN.jsonl --output SEEN.html",
            "OWN.jsonl --include-address --output OWN.html",
            "PEOPLE --output SEEN2.html",
            "MISSING",
        ],
        ["journal"] = ["SEEN.journal", "PEOPLE", "MISSING"],
        ["errors"] = ["109110", "COLUMN"],
        ["sandbox"] = ["--client-secret SECRET", "--client-secret SECRET --fault COLUMN=1", "--client-id COLUMN"],
    };

    /// <summary>The commands that do something themselves.</summary>
    public static IReadOnlyList<string> Commands { get; } = [.. LeavesOf(Root())];

    public static IEnumerable<string> Tried => Lines.Keys;

    /// <summary>The arguments of every line of a command, with words in the place of the capital ones.</summary>
    public static IEnumerable<string[]> Of(string command, Func<string, string> wordFor) =>
        from line in Lines[command]
        select $"{command} {line}".Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Any(char.IsUpper) ? wordFor(part) : part)
            .ToArray();

    private static Command Root()
    {
        var console = new CliConsole
        {
            Out = TextWriter.Null,
            Error = TextWriter.Null,
            OpenInput = () => Stream.Null,
            OpenOutput = () => Stream.Null,
            Variable = _ => null,
        };
        return McmsgCommand.Of(console);
    }

    private static IEnumerable<string> LeavesOf(Command command, string path = "") =>
        command.Subcommands.Count == 0
            ? [path]
            : command.Subcommands.SelectMany(child => LeavesOf(child, $"{path} {child.Name}".TrimStart()));
}
