using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Output;

/// <summary>Standard output by one of its names: what it goes to is neither cut off nor replaced.</summary>
public sealed class OutputPathTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxTheory]
    [InlineData("mcmsg send email --definition welcome --input recipients.csv --sandbox --output")]
    [InlineData("mcmsg report results.jsonl --force --output")]
    public async Task What_was_in_the_file_behind_it_stays_and_what_is_written_follows(string command)
    {
        File.Copy(Repository.Sample("recipients.csv"), _folder.PathOf("recipients.csv"));
        _folder.Write(
            "results.jsonl", """{"MessageKey":"k","ContactKey":"c","Channel":"Email","Outcome":"Accepted"}""");
        _folder.Write("all.txt", "before\n");
        foreach (var name in new[] { "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1" })
        {
            using var program = ChildProgram.StartLine(
                $"{command} {name} >> all.txt", _folder.PathOf("."), new Dictionary<string, string>());
            Assert.Equal(0, await program.EndAsync());
        }

        var text = File.ReadAllText(_folder.PathOf("all.txt"));
        var first = command.Contains("send", StringComparison.Ordinal) ? "{" : "<";
        Assert.StartsWith($"before\n{first}", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', text);
    }
}
