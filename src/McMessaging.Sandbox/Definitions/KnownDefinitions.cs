namespace McMessaging.Sandboxing.Definitions;

/// <summary>Which definition keys exist: all of them, unless the sandbox is strict.</summary>
internal sealed class KnownDefinitions(bool strict, IReadOnlyList<string> keys)
{
    private readonly HashSet<string> _keys = new(keys, StringComparer.Ordinal);

    public bool Exists(string key) => !strict || _keys.Contains(key);
}
