namespace McMessaging.Sandboxing.Inbox;

internal static class FaultsByName
{
    /// <summary>The faults in force as names and values; of two rules for the same requests the last one.</summary>
    public static IReadOnlyDictionary<string, string> ByName(this SandboxFaults faults)
    {
        var byName = new Dictionary<string, string>();
        foreach ((var name, var value) in faults.ToPairs())
        {
            byName[name] = value;
        }

        return byName;
    }
}
