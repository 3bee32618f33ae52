namespace McMessaging;

/// <summary>How a report is made.</summary>
public sealed record SendReportOptions
{
    /// <summary>
    /// Whether addresses are shown, and contact keys that look like one in full. Otherwise there is no address in the
    /// file.
    /// </summary>
    public bool IncludeAddress { get; init; }

    /// <summary>Where its times come from, and the time zone they are shown in.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
