using System.Collections.Concurrent;
using System.Text.Json;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Definitions;

/// <summary>The send definitions of one channel, with those deleted, and their queues.</summary>
internal sealed class DefinitionStore(DefinitionSchema schema, bool isStrict, TimeProvider time)
{
    private readonly object _lock = new();
    private readonly List<StoredDefinition> _definitions = [];
    private readonly HashSet<string> _deletedKeys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DefinitionQueue> _queues = new(StringComparer.Ordinal);

    public DefinitionSchema Schema => schema;

    /// <summary>Whether messages may name the key.</summary>
    public bool IsKnown(string key)
    {
        lock (_lock)
        {
            return IndexOf(key) is { } index
                ? _definitions[index].Status != StoredDefinitionStatus.Deleted
                : IsImplied(key);
        }
    }

    public IReadOnlyList<StoredDefinition> List()
    {
        lock (_lock)
        {
            return _definitions.ToArray();
        }
    }

    /// <exception cref="RequestRefusedException">There is no such definition.</exception>
    public StoredDefinition Get(string key)
    {
        lock (_lock)
        {
            return _definitions[RequireIndexOf(key)];
        }
    }

    /// <exception cref="RequestRefusedException">The key or the name is taken.</exception>
    public StoredDefinition Create(IReadOnlyDictionary<string, JsonElement> values)
    {
        lock (_lock)
        {
            var definition = StoredDefinition.Create(values, time.GetUtcNow());
            if (IndexOf(definition.Key) is { } index)
            {
                if (_definitions[index].IsImplied)
                {
                    _definitions.RemoveAt(index);
                }
                else
                {
                    throw new RequestRefusedException(
                        409, DefinitionRefusals.ObjectAlreadyExists("key", definition.Key));
                }
            }

            RequireFreeName(definition);
            _definitions.Add(definition);
            _deletedKeys.Remove(definition.Key);
            QueueOf(definition.Key).Update(definition.Status, definition.CreatedAt);
            return definition;
        }
    }

    /// <exception cref="RequestRefusedException">There is no such definition, or the new name is taken.</exception>
    public StoredDefinition Change(string key, IReadOnlyDictionary<string, JsonElement> changes)
    {
        lock (_lock)
        {
            var index = RequireIndexOf(key);
            if (_definitions[index].Status == StoredDefinitionStatus.Deleted)
            {
                throw new RequestRefusedException(DefinitionRefusals.DefinitionIsDeleted);
            }

            var changed = _definitions[index].Change(changes, time.GetUtcNow());
            RequireFreeName(changed);
            _definitions[index] = changed;
            QueueOf(key).Update(changed.Status, changed.ModifiedAt);
            return changed;
        }
    }

    /// <summary>Archives a definition under a new key and drops what waits in its queue.</summary>
    /// <exception cref="RequestRefusedException">There is no such definition.</exception>
    public StoredDefinition Delete(string key)
    {
        lock (_lock)
        {
            var index = RequireIndexOf(key);
            var archived = _definitions[index].Archive(time.GetUtcNow());
            _definitions[index] = archived;
            _deletedKeys.Add(key);
            QueueOf(key).Purge(archived.ModifiedAt);
            QueueOf(key).Update(archived.Status, archived.ModifiedAt);
            return archived;
        }
    }

    public DefinitionQueue QueueOf(string key) => _queues.GetOrAdd(key, _ => new DefinitionQueue());

    private int? IndexOf(string key)
    {
        var index = _definitions.FindIndex(definition => definition.Key == key);
        return index < 0 ? null : index;
    }

    private bool IsImplied(string key) =>
        !isStrict && key.Length <= SandboxOptions.LongestDefinitionKey && !_deletedKeys.Contains(key);

    private int RequireIndexOf(string key)
    {
        if (IndexOf(key) is { } index)
        {
            return index;
        }

        if (!IsImplied(key))
        {
            throw new RequestRefusedException(404, ServiceErrors.ObjectNotFound("Definition", key));
        }

        var values = ImpliedDefinition.ValuesOf(schema, key);
        _definitions.Add(StoredDefinition.Create(values, time.GetUtcNow()) with { IsImplied = true });
        return _definitions.Count - 1;
    }

    private void RequireFreeName(StoredDefinition candidate)
    {
        if (_definitions.Exists(other => other.Id != candidate.Id
            && other.Status != StoredDefinitionStatus.Deleted
            && !other.IsImplied
            && other.Name.Equals(candidate.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RequestRefusedException(409, DefinitionRefusals.ObjectAlreadyExists("name", candidate.Name));
        }
    }
}
