namespace McMessaging;

/// <summary>A fault that a sandbox knows.</summary>
/// <param name="Name">The name to write, in any case.</param>
/// <param name="Values">The values it takes, such as "a rate from 0 to 1".</param>
/// <param name="Description">What it does.</param>
public sealed record SandboxFaultInfo(string Name, string Values, string Description);
