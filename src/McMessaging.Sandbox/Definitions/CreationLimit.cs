using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Definitions;

/// <summary>Counts the definitions that each business unit created in the last seven days, over its channels.</summary>
internal sealed class CreationLimit(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(7);

    private readonly object _lock = new();
    private readonly Dictionary<long, List<DateTimeOffset>> _created = [];

    /// <summary>Creates a definition, and counts it if that goes well.</summary>
    /// <param name="accountId">The business unit.</param>
    /// <param name="most">How many it may create; 0: as many as it likes.</param>
    /// <param name="create">Creates the definition.</param>
    /// <exception cref="RequestRefusedException">The business unit has created as many as it may.</exception>
    public StoredDefinition Create(long accountId, int most, Func<StoredDefinition> create)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (!_created.TryGetValue(accountId, out var created))
            {
                created = _created[accountId] = [];
            }

            created.RemoveAll(at => now - at >= Window);
            if (most > 0 && created.Count >= most)
            {
                throw new RequestRefusedException(DefinitionRefusals.TooManyDefinitions(most));
            }

            var definition = create();
            created.Add(now);
            return definition;
        }
    }
}
