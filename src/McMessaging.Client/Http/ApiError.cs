using System.Globalization;
using System.Text.Json;
using McMessaging.Serialization;

namespace McMessaging.Http;

/// <summary>The service's error object; every member may be missing.</summary>
internal sealed record ApiError(int? Code, string? Message, string? RequestId, TimeSpan? RetryAfter)
{
    private const int MostDetails = 5;

    public static ApiError None { get; } = new(null, null, null, null);

    public static ApiError Read(ServiceResponse response)
    {
        using var document = JsonElementExtensions.TryParseObject(response.Body);
        return document is null ? None : Read(document.RootElement);
    }

    private static ApiError Read(JsonElement error) => new(
        error.Number("errorcode").ToCode(),
        WithDetails(error.Text("message") ?? error.Text("error_description"), error),
        error.Text("requestId"),
        error.Number("retryAfter") is > 0 and var seconds
            ? TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue))
            : null);

    /// <summary>
    /// The words of an error that stands for several (10006), with theirs: two names are documented for the list.
    /// </summary>
    private static string? WithDetails(string? message, JsonElement error)
    {
        var details = error.Items("validationErrors")
            .Concat(error.Items("additionalErrors"))
            .Select(Detail)
            .OfType<string>()
            .Take(MostDetails)
            .ToArray();
        return details.Length == 0
            ? message
            : $"{message?.TrimEnd('.', ':')}: {string.Join("; ", details)}".TrimStart(':', ' ');
    }

    private static string? Detail(JsonElement detail)
    {
        var code = detail.Number("errorcode") is { } number ? number.ToString(CultureInfo.InvariantCulture) : null;
        return detail.FilledText("message") is { } message ? $"{code} {message}".TrimStart() : code;
    }
}
