using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Finds connections by the names a user gives.</summary>
internal static class ConnectionSearch
{
    /// <summary>The connections of the names; a name that is neither known nor a pattern is an error.</summary>
    public static IEnumerable<Connection> FindConnections(this Cmdlet cmdlet, string[] names)
    {
        foreach (var name in names)
        {
            var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            var found = ConnectionRegistry.OfSession.All.Where(c => pattern.IsMatch(c.Name)).ToArray();
            if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                cmdlet.WriteError(CommandErrors.ConnectionNotFound(name).ToErrorRecord(name));
            }

            foreach (var connection in found)
            {
                yield return connection;
            }
        }
    }
}
