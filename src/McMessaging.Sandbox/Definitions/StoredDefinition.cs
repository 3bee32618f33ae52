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

    /// <summary>Whether nobody created it: a key that was asked for stands for a definition.</summary>
    public bool IsImplied { get; init; }

    public string Name => Values[DefinitionSchema.NameField].GetString()!;

    public static StoredDefinition Create(IReadOnlyDictionary<string, JsonElement> values, DateTimeOffset now) =>
        new(Guid.NewGuid(), WithJourney(values), StatusIn(values) ?? StoredDefinitionStatus.Active, now, now)
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

        return this with
        {
            Values = WithJourney(values),
            Status = StatusIn(changes) ?? Status,
            ModifiedAt = now,
            IsImplied = false,
        };
    }

    /// <summary>The same under a new key, which leaves its own key and name free.</summary>
    public StoredDefinition Archive(DateTimeOffset now) => this with
    {
        Key = Guid.NewGuid().ToString(),
        Status = StoredDefinitionStatus.Deleted,
        ModifiedAt = now,
        IsImplied = false,
    };

    private static StoredDefinitionStatus? StatusIn(IReadOnlyDictionary<string, JsonElement> values) =>
        values.TryGetValue(DefinitionSchema.StatusField, out var status)
            ? StoredDefinitionStatuses.Parse(status.GetString()!)
            : null;

    // The service makes the journey that is asked for and tells its key, not that it was asked.
    private static Dictionary<string, JsonElement> WithJourney(IReadOnlyDictionary<string, JsonElement> values)
    {
        var all = new Dictionary<string, JsonElement>(values);
        if (all.Remove(DefinitionSchema.CreateJourney, out var createJourney)
            && createJourney.ValueKind == JsonValueKind.True)
        {
            all.TryAdd(DefinitionSchema.InteractionKey, JsonSerializer.SerializeToElement(Guid.NewGuid()));
        }

        return all;
    }
}
