namespace McMessaging.Chaos;

/// <summary>One start of the command: what goes wrong meanwhile, and how it ends.</summary>
/// <param name="Host">Which host starts it; each has a journal and results of its own, all have one run id.</param>
/// <param name="Faults">What goes wrong at the service.</param>
/// <param name="End">How the run ends.</param>
/// <param name="EndsAt">How many messages the service has taken by then.</param>
/// <param name="ClockMoves">How far the service's clock jumps at that moment.</param>
internal sealed record Stage(int Host, SandboxFaults Faults, StageEnd End, long EndsAt, TimeSpan ClockMoves)
{
    public const int Hosts = 2;

    private static readonly SandboxFaults Weather = new()
    {
        Http500 = 0.05,
        Http429 = 0.05,
        DropBefore = 0.05,
        DropAfter = 0.05,
        HtmlError = 0.02,
        Partial400 = 0.02,
        OmitRecipients = 0.02,
        OmitResponses = 0.02,
        ExpireToken = 0.01,
        RetryAfter = 1,
        LatencyMs = 20,
    };

    // The service's own word for a time outside comes as a date by a clock that is an hour ahead.
    private static readonly SandboxFaults[] Storms =
    [
        Weather,
        Weather with { Token429 = 0.5, Token500 = 0.3 },
        Weather with { TokenHtml = 0.4, Token403 = 0.3 },
        Weather with { RequestsPerSecond = 15 },
        Weather with { RetryAfterDate = 1, ClockAhead = 3600 },
        Weather with { Blocked = 0.02, ShuffleResponses = 1 },
    ];

    /// <summary>The stages of a run: each kind of end comes up, in an order that the seed decides.</summary>
    public static IReadOnlyList<Stage> Draw(ChaosOptions options)
    {
        var random = new Random(options.Seed);
        var ends = Enum.GetValues<StageEnd>().Where(end => end != StageEnd.Finished).ToArray();
        random.Shuffle(ends);
        return Enumerable.Range(0, options.Stages)
            .Select(number => new Stage(
                random.Next(Hosts),
                Storms[random.Next(Storms.Length)],
                ends[number % ends.Length],
                options.Recipients * (number + 1L) / (options.Stages + 1),
                TimeSpan.FromMinutes(random.Next(-60, 61))))
            .ToArray();
    }

    /// <summary>The last run of a host: nothing but bad weather, until it is finished.</summary>
    public static Stage Last(int host) => new(host, Weather, StageEnd.Finished, long.MaxValue, TimeSpan.Zero);
}

/// <summary>How a run of the command ends.</summary>
internal enum StageEnd
{
    /// <summary>By itself.</summary>
    Finished,

    /// <summary>SIGKILL: no handler runs, no buffer is flushed.</summary>
    Killed,

    /// <summary>SIGTERM, as a service manager stops a job.</summary>
    Terminated,

    /// <summary>SIGHUP, as a terminal that is closed.</summary>
    HungUp,

    /// <summary>The disk of the results is full from the start.</summary>
    DiskFull,

    /// <summary>
    /// The other host sends the same input under the same run id at the same time; then both are killed.
    /// </summary>
    TwoAtOnce,
}
