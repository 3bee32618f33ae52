using System.Globalization;

namespace McMessaging.Serialization;

/// <summary>The service's times: Central Standard Time all year, written without an offset.</summary>
internal static class ServiceTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";
    private static readonly TimeSpan CentralStandard = TimeSpan.FromHours(-6);

    /// <summary>The time of a text, which may have an offset after all; <c>null</c> if it is none.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (!DateTime.TryParseExact(
                text, Format, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
        {
            return null;
        }

        if (time.Kind != DateTimeKind.Unspecified)
        {
            // Not every time with an offset is one: the first hours of year 1 in the east were before all time.
            return DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var withOffset) ? withOffset : null;
        }

        return time < DateTime.MaxValue + CentralStandard ? new DateTimeOffset(time, CentralStandard) : null;
    }
}
