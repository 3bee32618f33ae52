namespace McMessaging.Client.Tests.Nights;

/// <summary>What happened in a year, and what was wrong in it.</summary>
internal sealed class YearLog
{
    private readonly List<string> _problems = [];

    public Dictionary<string, int> Events { get; } = Enum.GetNames<NightEvent>().ToDictionary(name => name, _ => 0);

    public IReadOnlyList<string> Problems => _problems;

    public void Add(NightReport night)
    {
        _problems.AddRange(night.Problems);
        foreach (var happened in night.Events)
        {
            Events[happened.ToString()]++;
        }
    }
}

/// <summary>What happened in a night, and what was wrong in it.</summary>
internal sealed class NightReport
{
    public List<NightEvent> Events { get; } = [];

    public List<string> Problems { get; } = [];
}

internal enum NightEvent
{
    Kill,
    RestartAfterMidnight,
    RestartDaysLater,
    Edit,
    TokenTrouble,
    RunPutOff,
    RowsFedBack,
    Accepted,
    AlreadyAccepted,
    Rejected,
    Failed,
    Unknown,
    Cancelled,
}
