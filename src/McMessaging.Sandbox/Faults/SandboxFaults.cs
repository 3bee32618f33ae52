using McMessaging.Sandboxing.Faults;

namespace McMessaging;

/// <summary>
/// How a sandbox misbehaves. Rates are 0 to 1, the chance of one request or one recipient to meet the fault.
/// </summary>
public sealed record SandboxFaults
{
    /// <summary>Status 500 with a JSON error; nothing is accepted.</summary>
    public double Http500 { get; init; }

    /// <summary>Status 503 with 50300 and Retry-After; nothing is accepted.</summary>
    public double Http503 { get; init; }

    /// <summary>Status 429 with 50100 and Retry-After; nothing is accepted.</summary>
    public double Http429 { get; init; }

    /// <summary>Status 429 with 50200 and no Retry-After; nothing is accepted.</summary>
    public double Blocked { get; init; }

    /// <summary>Status 502 with a page of HTML; nothing is accepted.</summary>
    public double HtmlError { get; init; }

    /// <summary>The connection is closed without a response; nothing is accepted.</summary>
    public double DropBefore { get; init; }

    /// <summary>The request is processed, then the connection is closed without a response.</summary>
    public double DropAfter { get; init; }

    /// <summary>The response comes three seconds late.</summary>
    public double Slow { get; init; }

    /// <summary>A recipient is refused with 109121, the same contact key and address each time.</summary>
    public double RejectRecipient { get; init; }

    /// <summary>The token of the request is found expired, and is of no use from then on.</summary>
    public double ExpireToken { get; init; }

    /// <summary>Milliseconds by which every response is late, 0 to 600,000.</summary>
    public int LatencyMs { get; init; }

    /// <summary>Seconds told in Retry-After, 0 to 3,600.</summary>
    public int RetryAfter { get; init; } = 1;

    /// <summary>Reads faults from names and values, as in http500 and 0.1. Names are taken in any case.</summary>
    /// <exception cref="ArgumentException">A name is unknown, or a value is not a number in its range.</exception>
    public static SandboxFaults Parse(IEnumerable<KeyValuePair<string, string>> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return faults.Aggregate(
            new SandboxFaults(),
            (parsed, fault) => FaultSetting.Find(fault.Key).Apply(parsed, fault.Value));
    }

    internal void Validate()
    {
        foreach (var setting in FaultSetting.All)
        {
            setting.Validate(this);
        }
    }
}
