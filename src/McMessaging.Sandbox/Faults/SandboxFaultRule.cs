using McMessaging.Sandboxing.Faults;

namespace McMessaging;

/// <summary>The rate of a fault for some requests only.</summary>
public sealed record SandboxFaultRule
{
    /// <summary>The name of a fault that takes a rate.</summary>
    public required string Fault { get; init; }

    /// <summary>The chance of a request or recipient to meet the fault, 0 to 1.</summary>
    public required double Rate { get; init; }

    /// <summary>email, sms or triggered, in any case; null: every channel.</summary>
    public string? Channel { get; init; }

    /// <summary>The definition key; null: every definition.</summary>
    public string? DefinitionKey { get; init; }

    /// <summary>For how many more requests the rule holds; null: until the faults are changed.</summary>
    public int? Requests { get; init; }

    internal void Validate()
    {
        var setting = FaultSettings.Find(Fault);
        if (!setting.IsRate)
        {
            throw new ArgumentException(
                $"The fault '{setting.Name}' is no rate and cannot be limited to some requests.");
        }

        setting.RequireInRange(Rate);
        if (Channel is not null && !FaultText.Channels.Contains(Channel, StringComparer.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                $"The fault '{setting.Name}' cannot be limited to '{Channel}': the channels are "
                + $"{string.Join(", ", FaultText.Channels)}, or * for every one.");
        }

        if (setting.IsOfTokens && (Channel ?? DefinitionKey) is not null)
        {
            throw new ArgumentException($"The fault '{setting.Name}' cannot be limited: a token has no channel.");
        }

        if (Requests < 0)
        {
            throw new ArgumentException($"The fault '{setting.Name}' cannot be limited to {Requests} requests.");
        }
    }
}
