using System.Diagnostics;
using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Sending;

/// <summary>What a run may do to the files that it was given.</summary>
public sealed class SendHandlerOutputTests : SandboxTest
{
    private readonly string _input;
    private readonly string _journal;
    private readonly string _output;

    public SendHandlerOutputTests()
    {
        _input = Folder.Write("people.csv", "ContactKey,To\nA,a@example.com\n");
        _journal = Folder.PathOf("run.journal");
        _output = Folder.Write("results.jsonl", "earlier results");
    }

    [Fact]
    public async Task A_journal_that_is_refused_leaves_the_last_results_as_they_are()
    {
        await File.WriteAllTextAsync(_journal, "no journal\n");

        Assert.Equal(2, await SendAsync());

        Assert.Equal("earlier results", await File.ReadAllTextAsync(_output));
        Assert.Equal(0, Sandbox.Counters.EmailAccepted);
    }

    [Fact]
    public async Task Credentials_that_are_refused_leave_the_last_results_as_they_are()
    {
        Console.Variables["SFMC_CLIENT_SECRET"] = "not-the-secret";

        Assert.Equal(3, await SendAsync());

        Assert.Equal("earlier results", await File.ReadAllTextAsync(_output));
    }

    [LinuxTheory]
    [InlineData("run.journal")]
    [InlineData("people.csv")]
    public async Task An_output_that_is_a_hard_link_of_the_journal_or_the_input_is_refused(string name) =>
        await RefusesAsync(name);

    [LinuxTheory]
    [InlineData("run.journal")]
    [InlineData("people.csv")]
    public async Task An_output_that_is_a_symbolic_link_to_the_journal_or_the_input_is_refused(string name) =>
        await RefusesAsync(name, "-s");

    [LinuxFact]
    public async Task An_output_that_is_a_link_to_a_journal_that_is_not_there_yet_is_refused()
    {
        File.Delete(_output);
        File.CreateSymbolicLink(_output, _journal);

        Assert.Equal(2, await SendAsync());

        Assert.Contains("are the same file", Console.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_journal));
    }

    private async Task RefusesAsync(string name, params string[] options)
    {
        Assert.Equal(0, await Console.SendEmailAsync(_input, "--journal", _journal));
        var before = await File.ReadAllTextAsync(Folder.PathOf(name));
        File.Delete(_output);
        using var link = Process.Start("ln", [.. options, Folder.PathOf(name), _output]);
        await link.WaitForExitAsync();

        Assert.Equal(2, await SendAsync());

        Assert.Contains("are the same file", Console.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Folder.PathOf(name)));
        Assert.Equal(1, Sandbox.Counters.EmailAccepted);
    }

    private Task<int> SendAsync() => Console.SendEmailAsync(_input, "--journal", _journal, "--output", _output);
}
