using System.Globalization;

namespace McMessaging.Sandboxing.Http;

/// <summary>The service's clock: Central Standard Time all year round, written without an offset.</summary>
internal static class CentralTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(-6);

    public static string Format(DateTimeOffset time) =>
        time.ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.FFF", CultureInfo.InvariantCulture);
}
