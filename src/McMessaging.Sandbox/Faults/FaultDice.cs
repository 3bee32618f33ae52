namespace McMessaging.Sandboxing.Faults;

/// <summary>Draws the faults of each request from one seeded sequence.</summary>
internal sealed class FaultDice
{
    // A request takes at most one of these, the first that hits. All are drawn each time, so that changing one
    // rate leaves the draws of the others as they were.
    private static readonly FaultSetting[] Exclusive =
    [
        FaultSetting.Find(FaultNames.ExpireToken),
        FaultSetting.Find(FaultNames.Blocked),
        FaultSetting.Find(FaultNames.Http429),
        FaultSetting.Find(FaultNames.Http503),
        FaultSetting.Find(FaultNames.Http500),
        FaultSetting.Find(FaultNames.HtmlError),
        FaultSetting.Find(FaultNames.DropBefore),
        FaultSetting.Find(FaultNames.DropAfter),
    ];

    private readonly object _lock = new();
    private readonly int _seed;
    private Random _random;
    private volatile SandboxFaults _faults;

    public FaultDice(SandboxFaults faults, int? seed)
    {
        _faults = faults;
        _seed = seed ?? Random.Shared.Next();
        _random = new Random(_seed);
    }

    public SandboxFaults Faults
    {
        get => _faults;
        set => _faults = value;
    }

    public void Reset()
    {
        lock (_lock)
        {
            _faults = new SandboxFaults();
            _random = new Random(_seed);
        }
    }

    public FaultDraw Draw()
    {
        lock (_lock)
        {
            var faults = _faults;
            string? hit = null;
            foreach (var setting in Exclusive)
            {
                if (_random.NextDouble() < setting.Get(faults))
                {
                    hit ??= setting.Name;
                }
            }

            return new FaultDraw(hit, _random.NextDouble() < faults.Slow, faults);
        }
    }

    /// <summary>Whether to refuse a recipient: the same each time it is sent, as for a bad address.</summary>
    public bool RejectsRecipient(string? contactKey, string? to)
    {
        var rate = _faults.RejectRecipient;
        return rate > 0 && StableHash.UnitInterval(_seed, contactKey, to) < rate;
    }
}
