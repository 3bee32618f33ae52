using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Definitions;

/// <summary>Which definitions a list request asks for: $filter, $orderBy, $page and $pageSize.</summary>
internal sealed record DefinitionQuery(
    Func<StoredDefinition, bool> Matches,
    Func<StoredDefinition, object>? OrderBy,
    bool IsDescending,
    int Page,
    int PageSize)
{
    private const int DefaultPageSize = 50;

    // The same order on every computer, whatever its culture.
    private static readonly Comparer<object> Order = Comparer<object>.Create((left, right) => left is string text
        ? string.Compare(text, (string)right, StringComparison.OrdinalIgnoreCase)
        : Comparer<object>.Default.Compare(left, right));

    public static DefinitionQuery From(RequestTarget target)
    {
        var order = Words(target, "$orderBy");
        return new DefinitionQuery(
            ParseFilter(Words(target, "$filter")),
            ParseOrder(order),
            order is [_, "desc"],
            target.WholeNumber("$page", 1, 1, int.MaxValue),
            target.WholeNumber("$pageSize", DefaultPageSize, 1, 1000));
    }

    public IReadOnlyList<StoredDefinition> Select(IEnumerable<StoredDefinition> definitions)
    {
        var matching = definitions.Where(Matches);
        if (OrderBy is not null)
        {
            matching = IsDescending ? matching.OrderByDescending(OrderBy, Order) : matching.OrderBy(OrderBy, Order);
        }

        return matching.Skip(Skipped).Take(PageSize).ToArray();
    }

    private int Skipped => (int)Math.Min((long)(Page - 1) * PageSize, int.MaxValue);

    private static string[] Words(RequestTarget target, string name) =>
        target.Query.GetValueOrDefault(name, "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Without a filter the deleted ones are listed too.
    private static Func<StoredDefinition, bool> ParseFilter(string[] words)
    {
        if (words is [])
        {
            return _ => true;
        }

        if (words is not ["status", "eq" or "neq", "active" or "inactive" or "deleted"])
        {
            throw new RequestRefusedException(ServiceErrors.InvalidValue(
                "$filter", "must be 'status eq' or 'status neq' with active, inactive or deleted"));
        }

        var status = Enum.Parse<StoredDefinitionStatus>(words[2], ignoreCase: true);
        return words[1] == "eq"
            ? definition => definition.Status == status
            : definition => definition.Status != status;
    }

    private static Func<StoredDefinition, object>? ParseOrder(string[] words) => words switch
    {
        [] => null,
        [_, not ("asc" or "desc")] or [_, _, _, ..] => throw InvalidOrder(),
        ["definitionkey", ..] => definition => definition.Key,
        ["name", ..] => definition => definition.Name,
        ["createddate", ..] => definition => definition.CreatedAt,
        ["modifieddate", ..] => definition => definition.ModifiedAt,
        ["status", ..] => definition => definition.Status.ToString(),
        _ => throw InvalidOrder(),
    };

    private static RequestRefusedException InvalidOrder() => new(ServiceErrors.InvalidValue(
        "$orderBy", "must be definitionKey, name, createdDate, modifiedDate or status, and asc or desc"));
}
