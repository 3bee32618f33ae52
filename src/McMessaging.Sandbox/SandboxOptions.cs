using McMessaging.Sandboxing.Http;

namespace McMessaging;

/// <summary>How a sandbox starts.</summary>
public sealed class SandboxOptions
{
    internal const int LongestDefinitionKey = 36;

    /// <summary>The TCP port; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>The client id to take; made up when null.</summary>
    public string? ClientId { get; init; }

    /// <summary>The client secret to take; made up when null.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Refuses definition keys which are neither in <see cref="DefinitionKeys"/> nor created.</summary>
    public bool StrictDefinition { get; init; }

    /// <summary>The definition keys which exist from the start, in every channel.</summary>
    public IReadOnlyList<string> DefinitionKeys { get; init; } = [];

    /// <summary>The scopes of the installed package; a token may have fewer. Null: every scope there is.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>The faults to begin with.</summary>
    public SandboxFaults Faults { get; init; } = new();

    /// <summary>Makes the sequence of faults repeatable; random when null.</summary>
    public int? Seed { get; init; }

    /// <summary>How long a token is good for, in whole seconds.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromSeconds(1080);

    /// <summary>How long a message is queued until its status is sent or not sent.</summary>
    public TimeSpan DeliveryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many of the newest messages are kept. Message keys are kept regardless.</summary>
    public int InboxCapacity { get; init; } = 100_000;

    /// <summary>The clock of tokens, message keys and delays.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long a connection may be idle, and a request's body may take to arrive.</summary>
    internal ConnectionLimits ConnectionLimits { get; init; } = ConnectionLimits.OfTheService;

    internal void Validate()
    {
        Require(Port is >= 0 and <= ushort.MaxValue, nameof(Port), "is 0 to 65535");
        Require(ClientId is not "", nameof(ClientId), "must not be empty");
        Require(ClientSecret is not "", nameof(ClientSecret), "must not be empty");
        Require(DefinitionKeys is not null, nameof(DefinitionKeys), "must not be null");
        Require(
            DefinitionKeys!.All(key => key is { Length: >= 1 and <= LongestDefinitionKey }),
            nameof(DefinitionKeys),
            $"are texts of 1 to {LongestDefinitionKey} characters");
        Require(TokenLifetime >= TimeSpan.FromSeconds(1), nameof(TokenLifetime), "is at least one second");
        Require(DeliveryDelay >= TimeSpan.Zero, nameof(DeliveryDelay), "must not be negative");
        Require(InboxCapacity >= 1, nameof(InboxCapacity), "is at least 1");
        Require(TimeProvider is not null, nameof(TimeProvider), "must not be null");
        Require(Faults is not null, nameof(Faults), "must not be null");
        Faults!.Validate();
    }

    private static void Require(bool condition, string option, string rule)
    {
        if (!condition)
        {
            throw new ArgumentException($"{option} {rule}.");
        }
    }
}
