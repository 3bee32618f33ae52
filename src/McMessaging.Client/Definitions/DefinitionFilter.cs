using System.Globalization;

namespace McMessaging;

/// <summary>Which definitions to list, and in which order.</summary>
public sealed record DefinitionFilter
{
    /// <summary>Only those with this status; <c>null</c>: whatever the service lists.</summary>
    public DefinitionStatus? Status { get; init; }

    /// <summary>Only those without this status.</summary>
    public DefinitionStatus? StatusNot { get; init; }

    /// <summary>What they are sorted by; <c>null</c>: the service's own order.</summary>
    public DefinitionOrder? OrderBy { get; init; }

    /// <summary>Definitions per request; <c>null</c>: the service's own number.</summary>
    public int? PageSize { get; init; }

    /// <exception cref="McException">The filter asks for what the service cannot filter by.</exception>
    internal string ToQuery(int page)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"?$page={page}");
        if (PageSize is { } size)
        {
            query += string.Create(CultureInfo.InvariantCulture, $"&$pageSize={size}");
        }

        if (Condition() is { } condition)
        {
            query += "&$filter=" + Uri.EscapeDataString(condition);
        }

        return OrderBy is { } order ? query + "&$orderBy=" + InCamelCase(order.ToString()) : query;
    }

    private string? Condition() => (Status, StatusNot) switch
    {
        (null, null) => null,
        ({ } status, null) => "status eq " + status.ToWire(),
        (null, { } status) => "status neq " + status.ToWire(),
        _ => throw new McException(
            "InvalidDefinitionFilter",
            McErrorCategory.InvalidArgument,
            "Both a status to have and a status not to have are given.",
            "Give one of them: the service takes one condition."),
    };

    private static string InCamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
