using McMessaging.Cli.Input;

namespace McMessaging.Cli.Sending;

/// <summary>What a send command was asked to do.</summary>
internal sealed record SendJob
{
    public required SendOptions Options { get; init; }

    public required InputOptions Input { get; init; }

    /// <summary>Where results go; <c>-</c>: standard output.</summary>
    public string? Output { get; init; }

    public bool UseSandbox { get; init; }
}
