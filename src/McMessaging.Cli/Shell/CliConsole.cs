using Spectre.Console;

namespace McMessaging.Cli.Shell;

/// <summary>The program's surroundings; tests give their own.</summary>
internal sealed record CliConsole
{
    private const int LongestLine = 5000;

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Opens standard output for bytes.</summary>
    public required Func<Stream> OpenOutput { get; init; }

    public required Func<string, string?> Variable { get; init; }

    /// <summary>Tells something on standard output: one line, whoever wrote the names in it.</summary>
    public void WriteLine(string text) => Write(Out, IsOutTerminal, text);

    /// <summary>Tells something on standard error: one line, whoever wrote the names in it.</summary>
    public void WriteErrorLine(string text) => Write(Error, IsErrorTerminal, text);

    public bool IsOutTerminal { get; init; }

    public bool IsErrorTerminal { get; init; }

    public static CliConsole OfProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        OpenInput = StandardStreams.OpenInput,
        OpenOutput = StandardStreams.OpenOutput,
        Variable = Environment.GetEnvironmentVariable,
        IsOutTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
    };

    private static void Write(TextWriter writer, bool isTerminal, string text)
    {
        var line = OneLine.Of(text, LongestLine);
        if (isTerminal)
        {
            Terminal.Over(writer).WriteLine(line);
        }
        else
        {
            writer.WriteLine(line);
        }
    }
}
