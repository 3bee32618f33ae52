namespace McMessaging.Sandboxing.Faults;

/// <summary>Draws the faults of each request, from one seeded sequence for each fault.</summary>
internal sealed class FaultDice
{
    private static readonly FaultSetting[] Drawn =
    [
        .. FaultSettings.All.Where(
            setting => setting.Kind is FaultKind.Request or FaultKind.Send or FaultKind.TriggeredSend),
    ];

    private static readonly FaultSetting[] DrawnForTokens =
        [.. FaultSettings.All.Where(setting => setting.IsOfTokens)];

    private static readonly FaultSetting Slow = FaultSettings.Find(FaultNames.Slow);
    private static readonly FaultSetting Reject = FaultSettings.Find(FaultNames.RejectRecipient);
    private static readonly FaultSetting NotSent = FaultSettings.Find(FaultNames.NotSent);

    private readonly object _lock = new();
    private readonly int _seed;

    // A sequence for each, so that changing one rate leaves the draws of the others as they were.
    private readonly Dictionary<string, Random> _sequences = [];
    private ActiveFaults _active;

    public FaultDice(SandboxFaults faults, int? seed)
    {
        _active = new ActiveFaults(faults);
        _seed = seed ?? Random.Shared.Next();
    }

    /// <summary>The faults in force, whose rules say how many requests they still hold for.</summary>
    public SandboxFaults Faults
    {
        get
        {
            lock (_lock)
            {
                return _active.Current();
            }
        }

        set
        {
            lock (_lock)
            {
                _active = new ActiveFaults(value);
            }
        }
    }

    /// <summary>Whether a fault is limited to a definition, which only the body of a send tells.</summary>
    public bool DependsOnDefinition
    {
        get
        {
            lock (_lock)
            {
                return _active.DependsOnDefinition;
            }
        }
    }

    public void Reset()
    {
        lock (_lock)
        {
            _active = new ActiveFaults(new SandboxFaults());
            _sequences.Clear();
        }
    }

    public FaultDraw Draw(FaultTarget target)
    {
        lock (_lock)
        {
            var hit = FirstHit(Drawn, target);
            var draw = new FaultDraw(hit, Hits(Slow, target), _active.Faults)
            {
                RejectRate = _active.RateOf(Reject, target),
                NotSentRate = _active.RateOf(NotSent, target),
            };
            _active.CountRequest(target, isToken: false);
            return draw;
        }
    }

    /// <summary>The fault of a token request; null when there is none.</summary>
    public FaultDraw DrawForToken()
    {
        lock (_lock)
        {
            var hit = FirstHit(DrawnForTokens, default);
            _active.CountRequest(default, isToken: true);
            return new FaultDraw(hit, IsSlow: false, _active.Faults);
        }
    }

    /// <summary>Whether to refuse a recipient: the same each time it is sent, as for a bad address.</summary>
    public bool RejectsRecipient(FaultDraw draw, string? contactKey, string? to) =>
        IsChosen(_seed, draw.RejectRate, contactKey, to);

    /// <summary>Whether to leave an accepted message unsent: the same each time its recipient is sent to.</summary>
    public bool LeavesUnsent(FaultDraw draw, string? contactKey, string? to) =>
        IsChosen(unchecked(_seed + 1), draw.NotSentRate, contactKey, to);

    private static bool IsChosen(int seed, double rate, string? contactKey, string? to) =>
        rate > 0 && StableHash.UnitInterval(seed, contactKey, to) < rate;

    // All are drawn each time, so that the place of a request in its sequences depends on nothing else.
    private string? FirstHit(FaultSetting[] settings, FaultTarget target)
    {
        string? hit = null;
        foreach (var setting in settings)
        {
            if (Hits(setting, target) && target.Suits(setting.Kind))
            {
                hit ??= setting.Name;
            }
        }

        return hit;
    }

    private bool Hits(FaultSetting setting, FaultTarget target)
    {
        if (!_sequences.TryGetValue(setting.Name, out var sequence))
        {
            sequence = new Random(StableHash.Seed(_seed, setting.Name));
            _sequences[setting.Name] = sequence;
        }

        return sequence.NextDouble() < _active.RateOf(setting, target);
    }
}
