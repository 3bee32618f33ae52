using System.Globalization;
using System.Text.Json;

namespace McMessaging.Sandboxing.Tokens;

/// <summary>The body of a token request.</summary>
internal sealed record TokenRequest(
    string? GrantType,
    string? ClientId,
    string? ClientSecret,
    string? Scope,
    long? AccountId)
{
    /// <exception cref="FormatException">The body is not JSON, or a member has the wrong type.</exception>
    public static TokenRequest Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException("The request body must be a JSON object.");
            }

            return new TokenRequest(
                Text(root, "grant_type"),
                Text(root, "client_id"),
                Text(root, "client_secret"),
                Text(root, "scope"),
                Number(root, "account_id"));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new FormatException("The request body must be JSON.");
        }
    }

    private static string? Text(JsonElement root, string name) => Find(root, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        _ => throw new FormatException($"{name} must be a string."),
    };

    private static long? Number(JsonElement root, string name) => Find(root, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) => number,
        { ValueKind: JsonValueKind.String } value
            when long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            => number,
        _ => throw new FormatException($"{name} must be a whole number."),
    };

    private static JsonElement? Find(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
