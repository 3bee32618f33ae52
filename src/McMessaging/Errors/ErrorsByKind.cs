using System.Globalization;

namespace McMessaging.Commands;

/// <summary>
/// Keeps the errors about single things until the end, one for each kind: a caller who stops at the first error still
/// gets everything that came before.
/// </summary>
internal sealed class ErrorsByKind
{
    private const int MaxTargets = 1000;
    private readonly Dictionary<string, Kind> _kinds = new(StringComparer.Ordinal);

    public void Add(McException error, object target)
    {
        if (!_kinds.TryGetValue(error.ErrorId, out var kind))
        {
            _kinds.Add(error.ErrorId, kind = new Kind(error));
        }

        kind.Count++;
        if (kind.Targets.Count < MaxTargets)
        {
            kind.Targets.Add(target);
        }
    }

    /// <summary>An error that stands alone comes as it is; of several, the first, with how many there are.</summary>
    /// <param name="things">What they are about, in the plural.</param>
    public IEnumerable<(McException Error, object Target)> All(string things)
    {
        foreach (var kind in _kinds.Values)
        {
            yield return kind.Count == 1
                ? (kind.First, kind.Targets[0])
                : (ForMany(kind, things), kind.Targets);
        }
    }

    private static McException ForMany(Kind kind, string things) => new(
        kind.First.ErrorId,
        kind.First.Category,
        string.Create(CultureInfo.InvariantCulture, $"{kind.Count:N0} {things}, the first: {kind.First.Message}"),
        kind.First.RecommendedAction,
        kind.First)
    {
        HttpStatus = kind.First.HttpStatus,
        ErrorCode = kind.First.ErrorCode,
        RequestId = kind.First.RequestId,
    };

    private sealed class Kind(McException first)
    {
        public McException First => first;

        public long Count { get; set; }

        public List<object> Targets { get; } = [];
    }
}
