using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Sending;

/// <summary>The account to send with: of the SFMC_ variables, or a sandbox's; none in a dry run.</summary>
internal sealed class SendTarget : IDisposable
{
    private readonly LocalSandbox? _sandbox;

    private SendTarget(Connection? connection, LocalSandbox? sandbox)
    {
        Connection = connection;
        _sandbox = sandbox;
    }

    public Connection? Connection { get; }

    public static async Task<SendTarget> OpenAsync(SendJob job, CliConsole console, CancellationToken cancellationToken)
    {
        if (job.Options.PreviewOnly)
        {
            return new SendTarget(null, null);
        }

        var sandbox = job.UseSandbox ? LocalSandbox.Start(console.Error) : null;
        try
        {
            var account = sandbox?.ConnectionOptions ?? EnvironmentCredentials.Read(console.Variable);
            // Who gives a request less time than a connection has by itself does not wait longer to connect.
            var limit = TimeSpan.FromTicks(Math.Min(account.ConnectTimeout.Ticks, job.Options.RetryTimeout.Ticks));
            var options = account with { ConnectTimeout = limit };
            return new SendTarget(await Connection.ConnectAsync(options, cancellationToken), sandbox);
        }
        catch
        {
            sandbox?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Connection?.Dispose();
        _sandbox?.Dispose();
    }
}
