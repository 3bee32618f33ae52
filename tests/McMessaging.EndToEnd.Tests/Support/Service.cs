using System.Net;

namespace McMessaging.EndToEnd.Tests.Support;

/// <summary>A sandbox and a client connected to it, with one clock for both.</summary>
internal sealed class Service : IDisposable
{
    private Service(Sandbox sandbox, Wire wire, VirtualTime time, Connection connection)
    {
        Sandbox = sandbox;
        Wire = wire;
        Time = time;
        Connection = connection;
    }

    public Sandbox Sandbox { get; }

    public Wire Wire { get; }

    public VirtualTime Time { get; }

    public Connection Connection { get; }

    /// <summary>The triggered send that a prepared sandbox was sent.</summary>
    public string RecipientSendId { get; private set; } = "";

    public SendDefinitions Definitions => new(Connection);

    public SendQueues Queues => new(Connection);

    public MessageStatuses Statuses => new(Connection);

    public NotSentMessages NotSent => new(Connection);

    public TriggeredSendStatuses TriggeredStatuses => new(Connection);

    public static async Task<Service> StartAsync(
        bool strict = false, SandboxFaults? faults = null, ResponseShape tokens = ResponseShape.AsTheyAre)
    {
        // Longer waits are limits: the shortest, a connection's test, is 30 seconds.
        var time = new VirtualTime(TimeSpan.FromSeconds(30));
        var wire = new Wire { Reshape = JsonShapes.Of(tokens) };
        var sandbox = Sandbox.Start(new SandboxOptions { StrictDefinition = strict, TimeProvider = time });
        var connection = await Connection.ConnectAsync(
            new ConnectionOptions
            {
                AuthBaseUri = sandbox.Uri,
                ClientId = sandbox.ClientId,
                ClientSecret = new NetworkCredential("", sandbox.RevealClientSecret()).SecurePassword,
                TimeProvider = time,
                MessageHandler = wire,
            },
            CancellationToken.None);
        if (faults is not null)
        {
            sandbox.SetFaults(faults);
        }

        return new Service(sandbox, wire, time, connection);
    }

    /// <summary>With definitions and messages, all ten seconds old.</summary>
    public static async Task<Service> StartPreparedAsync()
    {
        var service = await StartAsync();
        foreach (var channel in new[] { MessageChannel.Email, MessageChannel.Sms })
        {
            await service.Definitions.CreateAsync(channel, "running", Make.Definition(channel, "Running"), default);
            await service.Definitions.CreateAsync(channel, "paused", Make.Inactive(channel, "Paused"), default);
            await service.SendAsync(
                Make.Send(channel, "paused"),
                Make.Recipient(channel, $"waiting-{channel}-1"),
                Make.Recipient(channel, $"waiting-{channel}-2"));
            await service.SendAsync(Make.Send(channel), Make.Undeliverable(channel, $"undeliverable-{channel}"));
        }

        var triggered = await service.SendAsync(
            Make.Send(MessageChannel.Triggered, "order_shipped"), Make.Recipient(MessageChannel.Triggered, "key"));
        service.RecipientSendId = ((TriggeredResult)triggered[0]).RecipientSendId!;
        service.Time.Advance(TimeSpan.FromSeconds(10));
        service.Wire.Requests.Clear();
        return service;
    }

    /// <summary>The next request meets the faults, the others do not.</summary>
    public void MeetOneFault(SandboxFaults faults)
    {
        Sandbox.SetFaults(faults);
        Wire.Intercept = _ =>
        {
            if (Sandbox.Counters.FaultsInjected > 0)
            {
                Sandbox.SetFaults(new SandboxFaults());
            }

            return null;
        };
    }

    /// <summary>Sends and takes the results; a request that failed as a whole is thrown.</summary>
    public async Task<IReadOnlyList<RecipientResult>> SendAsync(SendOptions options, params Recipient[] recipients)
    {
        var host = await RunAsync(options, recipients);
        var failure = host.Errors.Select(e => e.Error).FirstOrDefault(e => e.ErrorId != "RecipientsRejected");
        return failure is null ? host.Results : throw failure;
    }

    public async Task<RecordingHost> RunAsync(SendOptions options, params Recipient[] recipients)
    {
        var host = new RecordingHost();
        await using var operation = await SendOperation.StartAsync(
            Connection, options, new DictionaryReader(), host, CancellationToken.None);
        foreach (var recipient in recipients)
        {
            await operation.AddAsync(recipient);
        }

        await operation.CompleteAsync();
        return host;
    }

    public void Dispose()
    {
        Connection.Dispose();
        Wire.Dispose();
        Sandbox.Dispose();
    }
}
