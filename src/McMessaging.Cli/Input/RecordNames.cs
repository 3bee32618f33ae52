namespace McMessaging.Cli.Input;

internal static class RecordNames
{
    /// <summary>The first name that comes a second time, without regard to case.</summary>
    public static string? FirstTwice(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return names.FirstOrDefault(name => !seen.Add(name));
    }
}
