using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Sending;

/// <summary>Rows that were not taken, kept by <c>--rejected</c> and fed to the same command.</summary>
public sealed class SendHandlerRejectedTests : SandboxTest
{
    private const string Names = "McOutcome;McErrorCode;McErrorName;McMessage;McAdvice;McMessageKey;McSentAt";

    private readonly string _rejected;

    public SendHandlerRejectedTests() => _rejected = Folder.PathOf("rejected.csv");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_csv_file_keeps_delimiter_and_encoding_and_is_input_for_the_same_command(bool sameRun)
    {
        var input = Folder.PathOf("people.csv");
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        await File.WriteAllTextAsync(
            input,
            "ContactKey;To;Name\nA;a@example.com;x\nB;nobody;\"Jürgen; \"\"J\"\"\"\nC;c@example.com;y\n",
            encoding);
        string[] options = ["--delimiter", ";", "--encoding", "windows-1252"];
        string[] run = sameRun ? ["--run-id", "R"] : [];

        Assert.Equal(1, await Console.SendEmailAsync(input, [.. options, .. run, "--rejected", _rejected]));

        var lines = await File.ReadAllLinesAsync(_rejected, encoding);
        Assert.Equal($"ContactKey;To;Name;{Names}", lines[0]);
        Assert.StartsWith("B;nobody;\"Jürgen; \"\"J\"\"\";Rejected;109121;", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
        Assert.Contains($"Rows that were not taken: {_rejected}", Console.Out, StringComparison.Ordinal);

        lines[1] = lines[1].Replace("nobody", "b@example.com", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(_rejected, lines, encoding);
        for (var i = 0; i < 2; i++)
        {
            var again = Folder.PathOf("rejected-2.csv");
            Assert.Equal(0, await Console.SendEmailAsync(_rejected, [.. options, .. run, "--rejected", again]));
            Assert.False(File.Exists(again));
        }

        Assert.Equal(3, Sandbox.Counters.EmailAccepted);
        var message = Sandbox.GetMessages().Single(message => message is { ContactKey: "B", Accepted: true });
        Assert.Equal(["Name"], message.Attributes.Keys);
        Assert.Equal("Jürgen; \"J\"", message.Attributes["Name"]);
    }

    [Theory]
    [InlineData("people.json", "[", ",", "]")]
    [InlineData("people.jsonl", "", "", "")]
    public async Task Json_lines_keep_members_that_nest_and_differ(
        string name, string begin, string separator, string end)
    {
        string[] records =
        [
            """{"ContactKey":"A","To":"nobody","Attributes":{"N":1.50}}""",
            """{"ContactKey":"B","To":"b@example.com"}""",
            """{"ContactKey":"C","To":"no\ud83done","Extra":null}""",
        ];
        var input = Folder.Write(name, $"{begin}{string.Join($"{separator}\n", records)}{end}\n");
        var rejected = Folder.PathOf("rejected.jsonl");

        Assert.Equal(1, await Console.SendEmailAsync(input, "--rejected", rejected));

        var rows = File.ReadAllLines(rejected);
        Assert.StartsWith(
            """{"ContactKey":"A","To":"nobody","Attributes":{"N":1.50},"McOutcome":"Rejected",""", rows[0]);
        Assert.StartsWith("""{"ContactKey":"C","To":"no\ud83done","Extra":null,"McOutcome":"Rejected",""", rows[1]);
        File.WriteAllText(rejected, rows[0].Replace("nobody", "a@example.com", StringComparison.Ordinal));
        Assert.Equal(0, await Console.SendEmailAsync(rejected, "--rejected", Folder.PathOf("rejected-2.jsonl")));
        Assert.Equal(2, Sandbox.Counters.EmailAccepted);
    }

    [Theory]
    [InlineData("""{"ContactKey":"A","To":"a@example.com","Attributes":{"N":1}}""", 2)]
    [InlineData("""{"ContactKey":"A","To":"a@example.com","Other":1}""", 2)]
    public async Task Records_that_do_not_fit_csv_are_2_with_their_line_before_anything_is_sent(string record, int line)
    {
        var input = Folder.Write("people.jsonl", $"{{\"ContactKey\":\"B\",\"To\":\"b@example.com\"}}\n{record}\n");

        Assert.Equal(2, await Console.SendEmailAsync(input, "--rejected", _rejected));

        Assert.StartsWith($"{input}:{line}: ", Console.Error, StringComparison.Ordinal);
        Assert.Contains(".jsonl", Console.Error, StringComparison.Ordinal);
        Assert.Equal(0, Sandbox.Counters.Requests);
        Assert.False(File.Exists(_rejected));
    }

    [Fact]
    public async Task A_file_that_exists_is_2_and_stays_as_it_is()
    {
        var input = Folder.Write("people.csv", "ContactKey,To\nA,a@example.com\n");
        Folder.Write("rejected.csv", "last night's");

        Assert.Equal(2, await Console.SendEmailAsync(input, "--rejected", _rejected));

        Assert.Contains("--rejected", Console.Error, StringComparison.Ordinal);
        Assert.Equal("last night's", await File.ReadAllTextAsync(_rejected));
        Assert.Equal(0, Sandbox.Counters.EmailAccepted);
    }

    [LinuxTheory]
    [InlineData("people.csv", "--rejected and --input")]
    [InlineData("run.journal", "--rejected and --journal")]
    [InlineData("results.jsonl", "--rejected and --output")]
    public async Task A_link_to_another_file_of_the_job_is_refused_even_where_a_journal_is_resumed(
        string name, string clash)
    {
        var input = Folder.Write("people.csv", "ContactKey,To\nA,a@example.com\nB,nobody\n");
        string[] job =
        [
            "--journal", Folder.PathOf("run.journal"), "--run-id", "R", "--output", Folder.PathOf("results.jsonl"),
        ];
        Assert.Equal(1, await Console.SendEmailAsync(input, job));
        var before = await File.ReadAllTextAsync(Folder.PathOf(name));
        using var link = Process.Start("ln", [Folder.PathOf(name), _rejected]);
        await link.WaitForExitAsync();

        Assert.Equal(2, await Console.SendEmailAsync(input, [.. job, "--rejected", _rejected]));

        Assert.Contains(clash, Console.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Folder.PathOf(name)));
    }

    [LinuxFact]
    public async Task A_full_disk_is_1_begins_nothing_new_and_every_row_has_its_result()
    {
        var rows = Enumerable.Range(1, 300).Select(i => i % 2 == 0 ? $"C{i},nobody" : $"C{i},c{i}@example.com");
        var input = Folder.Write("people.csv", "ContactKey,To\n" + string.Join('\n', rows) + "\n");
        var output = Folder.PathOf("results.jsonl");

        var exitCode = await Console.SendEmailAsync(
            input, "--rejected", "/dev/full", "--output", output, "--batch-size", "10", "--concurrency", "1");

        Assert.Equal(1, exitCode);
        Assert.Contains("'/dev/full', cannot be written", Console.Error, StringComparison.Ordinal);
        Assert.InRange(Sandbox.Counters.EmailAccepted, 1, 149);
        var results = File.ReadAllLines(output).Select(line => (string)JsonNode.Parse(line)!["Outcome"]!).ToArray();
        Assert.Equal(Sandbox.Counters.EmailAccepted, results.Count(outcome => outcome == "Accepted"));
    }

    [Fact]
    public async Task Advice_names_the_programs_own_options()
    {
        using var silent = Sandbox.Start(new SandboxOptions { Faults = new SandboxFaults { DropAfter = 1 } });
        Console.With(silent);
        var input = Folder.Write("people.csv", "ContactKey,To\nA,a@example.com\n");

        Assert.NotEqual(0, await Console.SendEmailAsync(input, "--rejected", _rejected, "--max-retry", "0"));

        var row = (await File.ReadAllLinesAsync(_rejected))[1];
        Assert.Contains("--resend-unknown", row, StringComparison.Ordinal);
        Assert.DoesNotContain("-ResendUnknown", row, StringComparison.Ordinal);
    }
}
