using System.Globalization;

namespace McMessaging.Reports.Html;

/// <summary>Times in the zone of whoever makes the report.</summary>
internal sealed class ReportTimes(TimeZoneInfo zone)
{
    private const string Day = "yyyy-MM-dd";
    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);

    /// <summary>Day, time and offset.</summary>
    public string Full(DateTimeOffset time) => Format(time, "yyyy-MM-dd HH:mm:ss zzz");

    /// <summary>Day and time.</summary>
    public string Plain(DateTimeOffset? time) => time is { } known ? Format(known, "yyyy-MM-dd HH:mm:ss") : "";

    /// <summary>The begin of a column of a chart: as much as tells it from its neighbours.</summary>
    public string Column(DateTimeOffset time, TimeSpan width) => width switch
    {
        // After a change to or from summer time a column of a day begins an hour off midnight: its noon tells the day.
        _ when width >= TimeSpan.FromDays(1) => Format(NoonAfter(time), Day),
        _ when width >= TimeSpan.FromHours(1) => Format(time, "yyyy-MM-dd HH:mm"),
        _ when width >= TimeSpan.FromMinutes(1) => Format(time, "HH:mm"),
        _ => Format(time, "HH:mm:ss"),
    };

    /// <summary>A span in words: "5 minutes", "1 day".</summary>
    public static string Words(TimeSpan span) => span switch
    {
        _ when span >= TimeSpan.FromDays(1) => Count(span.TotalDays, "day"),
        _ when span >= TimeSpan.FromHours(1) => Count(span.TotalHours, "hour"),
        _ when span >= TimeSpan.FromMinutes(1) => Count(span.TotalMinutes, "minute"),
        _ => Count(span.TotalSeconds, "second"),
    };

    private static string Count(double number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:0.#} {unit}{(number == 1 ? "" : "s")}");

    private static DateTimeOffset NoonAfter(DateTimeOffset midnight) =>
        new(Math.Min(midnight.UtcTicks, DateTime.MaxValue.Ticks - Noon.Ticks) + Noon.Ticks, TimeSpan.Zero);

    private string Format(DateTimeOffset time, string format) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString(format, CultureInfo.InvariantCulture);
}
