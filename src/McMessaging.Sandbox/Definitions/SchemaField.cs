using System.Text.Json;
using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Definitions;

/// <summary>A member of a send definition, such as <c>content.customerKey</c>, and what it may hold.</summary>
internal sealed record SchemaField(string Path, FieldKind Kind)
{
    private const int LongestKey = SandboxOptions.LongestDefinitionKey;

    /// <summary>What a definition without the member is refused with; null when the member is optional.</summary>
    public ServiceError? Missing { get; init; }

    /// <summary>What a value of a wrong type is refused with.</summary>
    public ServiceError WrongType { get; init; } = ServiceErrors.InvalidDataType(Path, TypeName(Kind));

    public bool DefaultsToTrue { get; init; }

    public string? Parent => Path.Contains('.', StringComparison.Ordinal) ? Path[..Path.IndexOf('.')] : null;

    public string Name => Path[(Path.IndexOf('.', StringComparison.Ordinal) + 1)..];

    public void Check(JsonElement value)
    {
        if (!HasRightType(value))
        {
            throw new RequestRefusedException(WrongType);
        }

        if (Missing is { } missing && value.GetString()!.Length == 0)
        {
            throw new RequestRefusedException(missing);
        }

        if (Kind == FieldKind.Key && value.GetString()!.Length > LongestKey)
        {
            throw new RequestRefusedException(
                ServiceErrors.InvalidValue(Path, $"must have at most {LongestKey} characters"));
        }

        if (Kind == FieldKind.Addresses && !value.EnumerateArray().All(IsAddressOrPlaceholder))
        {
            throw new RequestRefusedException(DefinitionRefusals.InvalidDefinitionAddress);
        }

        if (Kind == FieldKind.Status && StoredDefinitionStatuses.Parse(value.GetString()!) is null)
        {
            throw new RequestRefusedException(ServiceErrors.InvalidValue(Path, "must be active or inactive"));
        }
    }

    private bool HasRightType(JsonElement value) => Kind switch
    {
        FieldKind.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        FieldKind.Addresses => value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(IsText),
        FieldKind.UrlShortener => value.ValueKind == JsonValueKind.Object
            && value.EnumerateObject().All(IsUrlShortenerOption),
        _ => IsText(value),
    };

    private static bool IsUrlShortenerOption(JsonProperty option) => option.Name switch
    {
        "isLinkShorteningEnabled" or "isSubscriberTrackingEnabled" =>
            option.Value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "shortenerType" => IsText(option.Value),
        _ => false,
    };

    // Reading the text finds out whether it is Unicode; what throws is refused as no JSON.
    private static bool IsText(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is not null;

    // A copy may go to an attribute of the subscriber, written %%attribute%%.
    private static bool IsAddressOrPlaceholder(JsonElement item)
    {
        var address = item.GetString()!;
        var isPlaceholder = address.Length > 4
            && address.StartsWith("%%", StringComparison.Ordinal)
            && address.EndsWith("%%", StringComparison.Ordinal);
        return isPlaceholder || AddressFormat.IsEmail(address);
    }

    private static string TypeName(FieldKind kind) => kind switch
    {
        FieldKind.Flag => "true or false",
        FieldKind.Addresses => "an array of strings",
        FieldKind.UrlShortener => "an object of options",
        _ => "a string",
    };
}
