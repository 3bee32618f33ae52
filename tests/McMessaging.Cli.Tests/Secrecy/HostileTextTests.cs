using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Secrecy;

/// <summary>Whatever stands in names, keys, columns, paths and messages, each line of mcmsg is its own.</summary>
public sealed class HostileTextTests : IDisposable
{
    private const string Forged = "All 500 accepted";
    private const string Hostile =
        "x\u001b[2J\a\b\r\n" + Forged + "\u0085" + Forged + "\u2028" + Forged + "\u202E\u2066\u200B\u009B31m";

    private readonly TestFolder _folder = new();
    private readonly Sandbox _sandbox = Sandbox.Start(new SandboxOptions());

    public static TheoryData<string> Commands => [.. Uses.Commands];

    public void Dispose()
    {
        _sandbox.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_line_moves_no_cursor_and_is_not_forged(string command)
    {
        var quoted = Hostile.Replace("\"", "", StringComparison.Ordinal);
        _folder.Write("PEOPLE.csv", $"ContactKey,To,\"{quoted}\"\n\"{quoted}\",a@example.com,\"{quoted}\"\n,,\n");
        _folder.Write("PHONES.csv", $"ContactKey,To\n\"{quoted}\",\"{quoted}\"\n");
        _folder.Write("BROKEN.csv", $"\"{quoted}\",To\nC-1,\"{quoted}");
        var told = 0;
        foreach (var line in Uses.Of(command, WordFor))
        {
            using var console =
                new TestConsole { Interrupted = new(canceled: command == "sandbox") }.With(_sandbox);
            await console.RunAsync(line);
            var text = console.Out + console.Error;
            told += text.Length;
            Assert.All(text.Split('\n'), part =>
            {
                Assert.All(part.Split(' '), word => Assert.Equal(OneLine.Of(word, 10_000), word));
                Assert.DoesNotMatch(@"^\s*" + Forged, part);
            });
        }

        Assert.NotEqual(0, told);
    }

    private string WordFor(string word) => word switch
    {
        "KEY" or "COLUMN" or "VALUE" or "SECRET" => Hostile,
        "ADDRESS" => "a@example.com",
        "Shop=VALUE" or "shop=VALUE" or "COLUMN=1" => $"{Hostile}=1",
        "PEOPLE" or "PHONES" or "BROKEN" => _folder.PathOf($"{word}.csv"),
        _ => _folder.PathOf(word.Replace("/x", "", StringComparison.Ordinal) + Hostile)
            + (word.Contains('/', StringComparison.Ordinal) ? "/x" : ""),
    };
}
