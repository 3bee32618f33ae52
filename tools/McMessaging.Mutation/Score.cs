namespace McMessaging.Mutation;

/// <summary>How many of a folder's faults the tests notice.</summary>
internal sealed record Score(string Name, int Faults, int Unnoticed)
{
    /// <summary>Where a fault loses or doubles messages.</summary>
    public static readonly IReadOnlyList<string> StrictFolders =
        ["Retrying", "Requests", "Journal", "Keys", "Endpoints", "Sending"];

    private const double StrictPercent = 92;
    private const double OverallPercent = 85;
    private const string Overall = "all";

    public double Percent => Faults == 0 ? 100 : 100.0 * (Faults - Unnoticed) / Faults;

    public bool IsEnough => Name == Overall
        ? Percent >= OverallPercent
        : Percent >= StrictPercent || !StrictFolders.Contains(Name);

    /// <summary>One for each folder, and one for all of them.</summary>
    public static IReadOnlyList<Score> Of(IReadOnlyList<Fault> faults, IEnumerable<Trial> trials)
    {
        var noticed = trials.Where(trial => trial.IsNoticed).Select(trial => trial.Fault).ToHashSet();
        return
        [
            .. from fault in faults
               group fault by fault.Folder into folder
               select ScoreOf(folder.Key, [.. folder]),
            ScoreOf(Overall, faults),
        ];

        Score ScoreOf(string name, IReadOnlyList<Fault> some) =>
            new(name, some.Count, some.Count(fault => !noticed.Contains(fault.Id)));
    }
}
