using System.Net;
using System.Text;
using System.Text.Json;
using McMessaging.Cli.Sending;
using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Secrecy;

/// <summary>
/// No secret, token, address or attribute in what a command prints, nor in its journals, checkpoints and reports.
/// </summary>
public sealed class LeakTests : IDisposable
{
    private const string Secret = "SENTINEL-s3cret+/\"71f0";
    private const string Address = "sentinel.person+93cd@example.com";
    private const string Number = "15550104711";
    private const string Value = "SENTINEL-attribute & 08ef";

    private static readonly SandboxFaults[] Faults =
        [new(), SandboxFaults.Parse(["echoRequest=1"]), SandboxFaults.Parse(["http500=1"])];

    private readonly TestFolder _folder = new();
    private readonly Sandbox _sandbox = Sandbox.Start(new SandboxOptions { ClientSecret = Secret });

    public static TheoryData<string> Commands => [.. Uses.Commands];

    public void Dispose()
    {
        _sandbox.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Every_command_is_tried() => Assert.Equal(Uses.Commands.Order(), Uses.Tried.Order());

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Nothing_of_it_is_printed_or_kept(string command)
    {
        WriteInput();
        var printed = new StringBuilder();
        foreach (var faults in Faults.Where(faults => IsSend(command) || faults.Http500 == 0))
        {
            _sandbox.SetFaults(faults);
            foreach (var line in Uses.Of(command, WordFor))
            {
                using var console = new TestConsole { Interrupted = Ended(command), IsTerminal = faults == Faults[1] }
                    .With(_sandbox);
                await console.RunAsync([.. line, .. IsSend(command) ? new[] { "--max-retry", "0" } : []]);
                printed.Append(console.Out).Append(console.Error);
            }
        }

        Assert.NotEqual(0, printed.Length);
        AssertClean("output", printed.ToString());
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(_folder.PathOf("x"))!, "SEEN*"))
        {
            AssertClean(file, await File.ReadAllTextAsync(file));
        }
    }

    [Fact]
    public async Task A_wrong_secret_is_not_printed_though_the_service_repeats_it()
    {
        _sandbox.SetFaults(SandboxFaults.Parse(["echoRequest=1"]));
        using var console = new TestConsole().With(_sandbox);
        console.Variables["SFMC_CLIENT_SECRET"] = Value;

        Assert.NotEqual(0, await console.RunAsync("test"));

        AssertClean("output", console.Out + console.Error);
    }

    [Fact]
    public void An_unforeseen_error_is_told_without_its_words()
    {
        var cause = new FormatException(Value);
        var line = ErrorLine.Of(Thrown(new InvalidOperationException($"{Secret} {Address}", cause)));

        AssertClean("line", line);
        Assert.Equal($"mcmsg: Unexpected error: InvalidOperationException in {GetType().FullName}.Thrown.", line);
    }

    [Fact]
    public async Task An_error_that_nothing_catches_is_told_without_its_words()
    {
        using var console = new TestConsole { OpenInput = () => throw new InvalidOperationException(Address) };

        Assert.Equal(2, await console.SendEmailAsync("-", "--sandbox"));

        AssertClean("output", console.Out + console.Error);
        Assert.Contains("InvalidOperationException", console.Error, StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task Only_its_owner_reads_what_holds_peoples_data()
    {
        WriteInput();
        string[] commands = ["send email", "not-sent email", "report"];
        foreach (var line in commands.SelectMany(command => Uses.Of(command, WordFor)))
        {
            using var console = new TestConsole().With(_sandbox);
            await console.RunAsync(line);
        }

        var files = Directory.GetFiles(Path.GetDirectoryName(_folder.PathOf("x"))!, "OWN*");
        Assert.Superset(
            new HashSet<string> { "OWN.jsonl", "OWN.csv", "OWN-bodies.jsonl", "OWN.html", "OWN-not-sent.jsonl" },
            files.Select(file => Path.GetFileName(file)).ToHashSet());
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in files)
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
    }

    private static bool IsSend(string command) => command.StartsWith("send", StringComparison.Ordinal);

    // A sandbox runs until it is interrupted.
    private static CancellationToken Ended(string command) => new(canceled: command == "sandbox");

    private static InvalidOperationException Thrown(Exception exception)
    {
        try
        {
            throw exception;
        }
        catch (InvalidOperationException caught)
        {
            return caught;
        }
    }

    private void WriteInput()
    {
        _folder.Write("PEOPLE.csv", $"ContactKey,To,Name\n{Address},{Address},{Value}\nC-2,{Value},{Value}\n");
        _folder.Write("PHONES.csv", $"ContactKey,To,Name\n{Number},{Number},{Value}\n");
        _folder.Write("BROKEN.csv", $"ContactKey,To,Name\nC-1,{Address},\"{Value}\nC-2,{Address}");
    }

    private string WordFor(string word) => word switch
    {
        "KEY" => "welcome",
        "COLUMN" => "Column",
        "VALUE" or "Shop=VALUE" or "shop=VALUE" => word.Replace("VALUE", Value, StringComparison.Ordinal),
        "COLUMN=1" => "Column=1",
        "ADDRESS" => Address,
        "SECRET" => Secret,
        "PEOPLE" or "PHONES" or "BROKEN" or "MISSING" => _folder.PathOf($"{word}.csv"),
        _ => _folder.PathOf(word),
    };

    private static void AssertClean(string place, string text)
    {
        foreach (var spelling in new[] { Secret, Address, Number, Value }.SelectMany(Spellings))
        {
            var at = text.IndexOf(spelling, StringComparison.OrdinalIgnoreCase);
            Assert.True(at < 0, $"{place}: {text[Math.Max(0, at - 100)..Math.Max(0, at)]}[{spelling}]");
        }
    }

    private static string[] Spellings(string sentinel) =>
    [
        sentinel,
        JsonEncodedText.Encode(sentinel).Value,
        WebUtility.HtmlEncode(sentinel),
        WebUtility.UrlEncode(sentinel),
        Uri.EscapeDataString(sentinel),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(sentinel)).TrimEnd('='),
    ];
}
