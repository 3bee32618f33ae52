namespace McMessaging.Commands;

/// <summary>A run that was stopped before its end.</summary>
/// <param name="Command">The cmdlet.</param>
/// <param name="Outcomes">What became of those who were read.</param>
internal sealed record StoppedRun(string Command, OutcomeCounts Outcomes)
{
    /// <summary>The journal that it has left; <c>null</c>: none.</summary>
    public string? Journal { get; init; }

    /// <summary>The file that has the rows that were not taken; <c>null</c>: none.</summary>
    public string? Rejected { get; init; }

    /// <summary>The run id that its keys were made with; <c>null</c> if the service knows no keys.</summary>
    public string? RunId { get; init; }
}
