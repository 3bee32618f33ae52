using System.Text;
using McMessaging.Cli.Commands;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Tests.Programs;

/// <summary>Runs the program within the test, with its own streams and variables.</summary>
internal sealed class TestConsole : IDisposable
{
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly MemoryStream _bytes = new();

    public Dictionary<string, string> Variables { get; } = [];

    public string StandardInput { get; set; } = "";

    /// <summary>Standard output for bytes, instead of <see cref="OutLines"/>.</summary>
    public Stream? Output { get; init; }

    /// <summary>Opens standard input, instead of <see cref="StandardInput"/>.</summary>
    public Func<Stream>? OpenInput { get; init; }

    public CancellationToken Interrupted { get; init; }

    public bool IsTerminal { get; init; }

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    /// <summary>What <c>--output -</c> wrote.</summary>
    public string[] OutLines => Encoding.UTF8.GetString(_bytes.ToArray()).TrimEnd('\n').Split('\n');

    public Task<int> RunAsync(params string[] args) => McmsgCommand.RunAsync(
        args,
        new CliConsole
        {
            Out = _out,
            Error = _error,
            OpenInput = OpenInput ?? (() => new MemoryStream(Encoding.UTF8.GetBytes(StandardInput))),
            OpenOutput = () => Output ?? _bytes,
            Variable = Variables.GetValueOrDefault,
            IsOutTerminal = IsTerminal,
            IsErrorTerminal = IsTerminal,
        },
        Interrupted);

    public Task<int> SendEmailAsync(string input, params string[] more) =>
        RunAsync(["send", "email", "--definition", "welcome", "--input", input, .. more]);

    /// <summary>Sets the variables that lead to a sandbox.</summary>
    public TestConsole With(Sandbox sandbox)
    {
        Variables["SFMC_AUTH_BASE_URL"] = sandbox.Uri.ToString();
        Variables["SFMC_CLIENT_ID"] = sandbox.ClientId;
        Variables["SFMC_CLIENT_SECRET"] = sandbox.RevealClientSecret();
        return this;
    }

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
        _bytes.Dispose();
    }
}
