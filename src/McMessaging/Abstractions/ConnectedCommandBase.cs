using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>A cmdlet that works with an account.</summary>
public abstract class ConnectedCommandBase : McCommandBase
{
    /// <summary>The account; without it, the current connection of the session.</summary>
    [Parameter(HelpMessage = "A connection, or the name of one. Default: the current connection.")]
    [ValidateNotNull]
    [ConnectionTransformation]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public virtual Connection? Connection { get; set; }

    private protected Connection? FindConnection() => Connection ?? ConnectionRegistry.OfSession.Current;

    private protected Connection RequireConnection()
    {
        var connection = FindConnection();
        if (connection is null)
        {
            ThrowTerminating(CommandErrors.NoConnection());
        }

        return connection;
    }
}
