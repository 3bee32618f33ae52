namespace McMessaging.Cli.Tests.Programs;

/// <summary>Streams that are full, closed or gone: the run ends in order, and the exit code says so.</summary>
public sealed class BrokenStreamTests : IDisposable
{
    private readonly Sandbox _sandbox = Sandbox.Start(new SandboxOptions());
    private readonly TestFolder _folder = new();
    private readonly string _journal;
    private readonly string _input;

    public BrokenStreamTests()
    {
        _journal = _folder.PathOf("run.journal");
        var rows = Enumerable.Range(1, 3000).Select(i => $"C{i},c{i}@example.com");
        _input = _folder.Write("people.csv", "ContactKey,To\n" + string.Join('\n', rows) + "\n");
    }

    public void Dispose()
    {
        _folder.Dispose();
        _sandbox.Dispose();
    }

    [LinuxTheory]
    [InlineData(">/dev/full")]
    [InlineData(">&-")]
    [InlineData("2>/dev/full")]
    [InlineData("2>&-")]
    [InlineData(">/dev/full 2>/dev/full")]
    public async Task A_summary_or_an_error_that_cannot_be_written_is_1_after_everything_was_sent(string redirections)
    {
        // One recipient is rejected, so that there is something to say on standard error.
        File.AppendAllText(_input, "C3001,\n,nobody@example.com\n");
        using var program = Start(redirections, "--input", _input);

        Assert.Equal(1, await program.EndAsync());

        Assert.Equal(3001, _sandbox.Counters.EmailAccepted);
        await AssertJournalIsTrueAsync();
        if (!redirections.Contains('2', StringComparison.Ordinal))
        {
            Assert.Contains("Standard output cannot be written", program.Error, StringComparison.Ordinal);
        }
    }

    [LinuxFact]
    public async Task Standard_input_that_is_closed_is_an_error_and_no_endless_wait()
    {
        using var program = Start("<&-", "--input", "-", "--format", "csv");

        Assert.Equal(2, await program.EndAsync());
        Assert.Contains("stdin: it is closed.", program.Error, StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task A_summary_that_cannot_be_written_is_1_though_all_was_accepted()
    {
        using var program = Start(">/dev/full", "--input", _input);

        Assert.Equal(1, await program.EndAsync());
        Assert.Equal(3000, _sandbox.Counters.EmailAccepted);
    }

    [LinuxTheory]
    [InlineData("| head -n 1")]
    [InlineData("| true")]
    [InlineData(">/dev/full")]
    [InlineData(">&-")]
    public async Task Results_that_nobody_takes_end_the_run_in_order(string redirections)
    {
        var exitCode = _folder.PathOf("exit");
        using var program = StartIn(
            "{ ", $"; echo $? >'{exitCode}'; }} {redirections}", "--input", _input, "--output", "-",
            "--batch-size", "10", "--concurrency", "1");

        await program.EndAsync();

        Assert.Equal("1", File.ReadAllText(exitCode).Trim());
        Assert.Contains("The output stream cannot be written", program.Error, StringComparison.Ordinal);
        Assert.InRange(_sandbox.Counters.EmailAccepted, 10, 2990);
        Assert.Equal(3000, new SummaryNumbers(program.Error).Outcomes);
        await AssertJournalIsTrueAsync();
    }

    [LinuxFact]
    public async Task An_output_on_a_full_disk_ends_the_run_in_order()
    {
        using var program = Start(
            "", "--input", _input, "--output", "/dev/full", "--batch-size", "10", "--concurrency", "1");

        Assert.Equal(1, await program.EndAsync());

        Assert.Contains("The output /dev/full cannot be written", program.Error, StringComparison.Ordinal);
        Assert.InRange(_sandbox.Counters.EmailAccepted, 10, 2990);
        await AssertJournalIsTrueAsync();
    }

    [LinuxTheory]
    [InlineData("", "/proc/self/mem", "/proc/self/mem:1: it cannot be read any further")]
    [InlineData("</", "-", "stdin:1: it cannot be read any further")]
    public async Task An_input_that_cannot_be_read_is_2(string redirections, string path, string error)
    {
        using var program = Start(redirections, "--input", path, "--format", "csv");

        Assert.Equal(2, await program.EndAsync());

        Assert.StartsWith(error, program.Error, StringComparison.Ordinal);
        Assert.Equal(0, _sandbox.Counters.Requests);
    }

    [LinuxFact]
    public async Task A_folder_for_temporary_files_that_is_not_there_is_2_and_named()
    {
        var missing = _folder.PathOf("missing");
        using var program = StartIn($"TMPDIR='{missing}' ", $"<'{_input}'", "--input", "-");

        Assert.Equal(2, await program.EndAsync());

        Assert.Contains(missing, program.Error, StringComparison.Ordinal);
        Assert.Equal(0, _sandbox.Counters.Requests);
    }

    private async Task AssertJournalIsTrueAsync()
    {
        var journal = await SendJournalInfo.ReadAsync(_journal, CancellationToken.None);
        Assert.Equal((_sandbox.Counters.EmailAccepted, 0L), (journal.Accepted, journal.InFlight));
    }

    private ChildProgram Start(string redirections, params string[] args) => StartIn("", redirections, args);

    private ChildProgram StartIn(string before, string redirections, params string[] args) =>
        ChildProgram.StartRedirected(
            before,
            redirections,
            AccountVariables.Of(_sandbox),
            ["send", "email", "--definition", "welcome", "--journal", _journal, .. args]);
}
