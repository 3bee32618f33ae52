using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Inbox;
using McMessaging.Sandboxing.Server;

namespace McMessaging;

/// <summary>
/// A stand-in of the Marketing Cloud messaging REST API inside this process, on the loopback interface only:
/// it validates, remembers and responds as the service does, and misbehaves on demand.
/// </summary>
public sealed class Sandbox : IDisposable
{
    private readonly SandboxServices _services;
    private readonly LoopbackServer _server;

    private Sandbox(SandboxServices services, LoopbackServer server)
    {
        _services = services;
        _server = server;
    }

    /// <summary>The base address of both the token endpoint and the REST API, with a trailing slash.</summary>
    public Uri Uri => _server.Uri;

    /// <summary>
    /// The web page which lists the messages as they arrive. It holds a key: who knows it reads and changes the inbox.
    /// </summary>
    public Uri InboxUri => new(_server.Uri, $"?{InboxKey.QueryName}={_services.InboxKey.Text}");

    /// <summary>The client id which the token endpoint takes.</summary>
    public string ClientId => _services.Credentials.ClientId;

    /// <summary>What was asked of the sandbox since its start or its last reset; a consistent snapshot.</summary>
    public SandboxCounters Counters => _services.Counters.Snapshot();

    /// <summary>The faults in force.</summary>
    public SandboxFaults Faults => _services.Dice.Faults;

    /// <summary>The sandbox's time: that of its message keys, tokens, deliveries and definitions.</summary>
    public DateTimeOffset Now => _services.Clock.GetUtcNow();

    /// <summary>False once <see cref="Stop"/> was called.</summary>
    public bool IsRunning => _server.IsRunning;

    internal SandboxServices Services => _services;

    /// <summary>Starts a sandbox which listens until it is stopped.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The port is taken.</exception>
    public static Sandbox Start(SandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();

        var listener = LoopbackListener.Open(options.Port);
        var services = new SandboxServices(options, listener.Uri);
        var server = new LoopbackServer(
            listener, services.Router.Route, services.ServiceClock, options.ConnectionLimits);
        server.Start();
        return new Sandbox(services, server);
    }

    /// <summary>The client secret; a method, so that no list of properties shows it.</summary>
    public string RevealClientSecret() => _services.Credentials.ClientSecret;

    /// <summary>
    /// Commands for a Unix shell which get a token and send a first email with curl. They hold the client secret, or
    /// take it from SFMC_CLIENT_SECRET when it was given to the sandbox.
    /// </summary>
    public string WriteCurlCommands() => _services.FirstMessage.Curl();

    /// <summary>
    /// The newest messages kept, accepted or not, in order of arrival.
    /// <paramref name="channel"/> is email, sms or triggered, in any case.
    /// </summary>
    public IReadOnlyList<SandboxMessage> GetMessages(string? channel = null, string? messageKey = null) =>
        _services.Messages.List(message =>
            (channel is null || message.Channel.Equals(channel, StringComparison.OrdinalIgnoreCase))
            && (messageKey is null || message.MessageKey.Equals(messageKey, StringComparison.Ordinal)));

    /// <summary>Replaces all faults; requests already under way keep theirs.</summary>
    public void SetFaults(SandboxFaults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        _services.SetFaults(faults);
    }

    /// <summary>
    /// Moves the sandbox's time forwards or backwards, as to let message keys or tokens grow old. What waits for a
    /// delayed response waits no shorter.
    /// </summary>
    public void MoveClock(TimeSpan by) => _services.MoveClock(by);

    /// <summary>
    /// Forgets messages, keys, counters and faults, starts the sequence of faults anew, and sets the clock right.
    /// </summary>
    public void Reset() => _services.Reset();

    /// <summary>Ends the sandbox and its open connections, within a second. A second call does nothing.</summary>
    public void Stop() => _server.Dispose();

    /// <inheritdoc />
    public void Dispose() => Stop();

    /// <inheritdoc />
    public override string ToString() => $"Sandbox at {Uri}";
}
