using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace McMessaging.Commands;

/// <summary>The connections of one runspace, by name, and the current one.</summary>
internal sealed class ConnectionRegistry
{
    private static readonly ConditionalWeakTable<Runspace, ConnectionRegistry> ByRunspace = [];
    private readonly Dictionary<string, Connection> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Connection> _recent = [];

    /// <summary>The registry of the runspace that runs this thread.</summary>
    public static ConnectionRegistry OfSession =>
        ByRunspace.GetValue(Runspace.DefaultRunspace, static _ => new ConnectionRegistry());

    /// <summary>The one that was made or selected last, of those that are open.</summary>
    public Connection? Current => _recent.LastOrDefault();

    public IReadOnlyCollection<Connection> All =>
        [.. _byName.Values.OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase)];

    public Connection? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Adds a connection and makes it current. One of the same name stays open for whoever holds it.</summary>
    public void Add(Connection connection)
    {
        if (_byName.TryGetValue(connection.Name, out var replaced))
        {
            _recent.Remove(replaced);
        }

        _byName[connection.Name] = connection;
        Select(connection);
    }

    /// <summary>Makes an open connection current.</summary>
    public void Select(Connection connection)
    {
        _recent.Remove(connection);
        _recent.Add(connection);
    }

    /// <summary>Forgets a connection; the one that was current before it becomes current again.</summary>
    public void Remove(Connection connection)
    {
        if (_byName.TryGetValue(connection.Name, out var known) && ReferenceEquals(known, connection))
        {
            _byName.Remove(connection.Name);
        }

        _recent.Remove(connection);
    }
}
