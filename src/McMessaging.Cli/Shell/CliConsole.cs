namespace McMessaging.Cli.Shell;

/// <summary>The program's surroundings; tests give their own.</summary>
internal sealed record CliConsole
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Opens standard output for bytes.</summary>
    public required Func<Stream> OpenOutput { get; init; }

    public required Func<string, string?> Variable { get; init; }

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
}
