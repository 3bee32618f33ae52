using System.Text.Json;

namespace McMessaging.Sandboxing.Definitions;

/// <summary>A send definition at one moment; a change makes a new one.</summary>
internal sealed record StoredDefinition(
    Guid Id,
    IReadOnlyDictionary<string, JsonElement> Values,
    StoredDefinitionStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset ModifiedAt)
{
    public required string Key { get; init; }

    public string Name => Values[DefinitionSchema.NameField].GetString()!;

    public static StoredDefinition Create(IReadOnlyDictionary<string, JsonElement> values, DateTimeOffset now) =>
        new(Guid.NewGuid(), values, StatusIn(values) ?? StoredDefinitionStatus.Active, now, now)
        {
            Key = values[DefinitionSchema.Key].GetString()!,
        };

    public StoredDefinition Change(IReadOnlyDictionary<string, JsonElement> changes, DateTimeOffset now)
    {
        var values = new Dictionary<string, JsonElement>(Values);
        foreach ((var path, var value) in changes)
        {
            values[path] = value;
        }

        return this with { Values = values, Status = StatusIn(changes) ?? Status, ModifiedAt = now };
    }

    /// <summary>The same under a new key, which leaves its own key and name free.</summary>
    public StoredDefinition Archive(DateTimeOffset now) =>
        this with { Key = Guid.NewGuid().ToString(), Status = StoredDefinitionStatus.Deleted, ModifiedAt = now };

    private static StoredDefinitionStatus? StatusIn(IReadOnlyDictionary<string, JsonElement> values) =>
        values.TryGetValue(DefinitionSchema.StatusField, out var status)
            ? StoredDefinitionStatuses.Parse(status.GetString()!)
            : null;
}
