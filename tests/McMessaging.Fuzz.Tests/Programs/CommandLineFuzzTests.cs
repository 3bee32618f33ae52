using System.Text;
using McMessaging.Cli.Commands;
using McMessaging.Cli.Shell;
using McMessaging.Fuzz.Tests.Support;

namespace McMessaging.Fuzz.Tests.Programs;

/// <summary>Odd command lines: an exit code that is documented, and never an exception.</summary>
public sealed class CommandLineFuzzTests : IDisposable
{
    private static readonly int[] ExitCodes = [0, 1, 2, 3, 4];

    private static readonly string[] Words =
    [
        "", " ", "-", "--", "--help", "-h", "--version", "send", "email", "sms", "triggered", "test", "journal",
        "errors", "not-sent", "--input", "-1", "0", "2001", "99999999999", "1e9", "NaN", "=", "a=b", "=b",
        "--batch-size",
        "--concurrency", "--dry-run", "--format", "csv", "jsonl", "--run-id", "--shard", "1/2", "3/2", "0/0", "x/y",
        "--recipients-per-minute", "\0", "é\u202E", "--definition=", "--timeout", "--delimiter", ";", ";;",
        "--encoding",
        "utf-7", "windows-1252", "--first", "--last-event-id", "--channel", "[suggest]", "@nothing", "*to", "109110",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("mcmessaging-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_command_line_ends_with_a_documented_exit_code()
    {
        var people = Path.Combine(_folder, "people.csv");
        await File.WriteAllTextAsync(people, "ContactKey,To\nC1,a@example.com\n");
        var lines = Corpus.Of("commands")
            .SelectMany(bytes => Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(line => line.Replace("PEOPLE", people, StringComparison.Ordinal).Split(' '))
            .ToArray();

        await Fuzzing.RunAsync("command-line", async (mutator, input) =>
        {
            var arguments = Damage(mutator, lines);
            input.Bytes = Encoding.UTF8.GetBytes(string.Join('\n', arguments));
            Assert.Contains(await RunAsync(arguments), ExitCodes);
        });
    }

    private static string[] Damage(Mutator mutator, string[][] lines)
    {
        var arguments = mutator.Pick(lines).ToList();
        for (var left = 1 + mutator.Next(4); left > 0; left--)
        {
            var at = mutator.Next(arguments.Count + 1);
            switch (mutator.Next(4))
            {
                case 0 when at < arguments.Count:
                    arguments.RemoveAt(at);
                    break;
                case 1 when at < arguments.Count:
                    arguments[at] = mutator.Pick(Words);
                    break;
                case 2:
                    arguments.InsertRange(at, mutator.Pick(lines).Take(mutator.Next(4)));
                    break;
                default:
                    arguments.Insert(at, mutator.Pick(Words));
                    break;
            }
        }

        // Without files of a name that chance made: those would be written where the tests run.
        return [.. arguments.Where(argument => argument is not ("--output" or "--journal" or "--rejected"
            or "--checkpoint" or "sandbox"))];
    }

    private static async Task<int> RunAsync(string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return await McmsgCommand.RunAsync(
            arguments,
            new CliConsole
            {
                Out = output,
                Error = error,
                OpenInput = () => new MemoryStream("ContactKey,To\nC1,a@example.com\n"u8.ToArray()),
                OpenOutput = () => new MemoryStream(),
                Variable = _ => null,
            },
            CancellationToken.None);
    }
}
