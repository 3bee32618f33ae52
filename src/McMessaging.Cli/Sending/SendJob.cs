using McMessaging.Cli.Input;

namespace McMessaging.Cli.Sending;

/// <summary>What a send command was asked to do.</summary>
internal sealed record SendJob
{
    public required SendOptions Options { get; init; }

    /// <summary>The file; <c>-</c>: standard input.</summary>
    public required string Input { get; init; }

    public InputFormat? Format { get; init; }

    /// <summary>Where results go; <c>-</c>: standard output.</summary>
    public string? Output { get; init; }

    public bool UseSandbox { get; init; }
}
