namespace McMessaging.Load;

/// <summary>The size of a load run.</summary>
/// <param name="Duration">How long rows are sent.</param>
/// <param name="Concurrency">Requests in flight, of each side.</param>
/// <param name="LatencyMs">By which every response of the service is late.</param>
/// <param name="Sends">The least number of sends in the PowerShell process.</param>
/// <param name="Seed">Decides the faults.</param>
/// <param name="ModulePath">The module's manifest.</param>
internal sealed record LoadOptions(
    TimeSpan Duration, int Concurrency, int LatencyMs, int Sends, int Seed, string ModulePath)
{
    public const string Definition = "load";

    /// <summary>So few, that at a bearable rate of recipients as many requests as asked for are in flight.</summary>
    public const int BatchSize = 2;

    /// <summary>Short, so that tokens end on the way.</summary>
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(1);

    public SandboxFaults Faults => new()
    {
        Http500 = 0.003,
        Http429 = 0.0005,
        HtmlError = 0.002,
        DropBefore = 0.002,
        DropAfter = 0.002,
        Partial400 = 0.003,
        OmitRecipients = 0.003,
        OmitResponses = 0.002,
        ExpireToken = 0.0005,
        Slow = 0.0005,
        RejectRecipient = 0.01,
        ShuffleResponses = 1,
        DefinitionLimit = 0,
        LatencyMs = LatencyMs,
    };
}
