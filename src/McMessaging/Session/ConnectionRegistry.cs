using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace McMessaging.Commands;

/// <summary>The connections of one runspace, by name, and the current one.</summary>
internal sealed class ConnectionRegistry
{
    private static readonly ConditionalWeakTable<Runspace, ConnectionRegistry> ByRunspace = [];
    private readonly Dictionary<string, Connection> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The registry of the runspace that runs this thread.</summary>
    public static ConnectionRegistry OfSession =>
        ByRunspace.GetValue(Runspace.DefaultRunspace, static _ => new ConnectionRegistry());

    public Connection? Current { get; private set; }

    public IReadOnlyCollection<Connection> All =>
        [.. _byName.Values.OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase)];

    public Connection? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Adds a connection and makes it current. One of the same name stays open for whoever holds it.</summary>
    public void Add(Connection connection)
    {
        _byName[connection.Name] = connection;
        Current = connection;
    }

    /// <summary>Forgets a connection; nothing becomes current in its place.</summary>
    public void Remove(Connection connection)
    {
        if (_byName.TryGetValue(connection.Name, out var known) && ReferenceEquals(known, connection))
        {
            _byName.Remove(connection.Name);
        }

        if (ReferenceEquals(Current, connection))
        {
            Current = null;
        }
    }
}
