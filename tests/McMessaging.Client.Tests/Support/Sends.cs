using McMessaging.Auth;
using McMessaging.Http;

namespace McMessaging.Client.Tests.Support;

/// <summary>Sends against a fake service, in one line.</summary>
internal static class Sends
{
    public static SendOptions Email(string definition = "welcome") =>
        new() { Channel = MessageChannel.Email, DefinitionKey = definition };

    public static SendOptions Sms(string definition = "alerts") =>
        new() { Channel = MessageChannel.Sms, DefinitionKey = definition };

    public static SendOptions Triggered(string key = "external_key") =>
        new() { Channel = MessageChannel.Triggered, DefinitionKey = key };

    /// <summary>Credentials of an account that no other test uses, so that no token is shared.</summary>
    public static ConnectionOptions Credentials(
        HttpMessageHandler? service, TimeProvider time, string? clientId = null, Uri? authBase = null) => new()
        {
            AuthBaseUri = authBase ?? new Uri(FakeService.AuthBase),
            ClientId = clientId ?? "client-" + Guid.NewGuid(),
            ClientSecret = Secret.Protect("s3cret"),
            MessageHandler = service,
            TimeProvider = time,
        };

    public static Task<Connection> ConnectAsync(this HttpMessageHandler service, TimeProvider? time = null) =>
        Connection.ConnectAsync(Credentials(service, time ?? new VirtualTime()), CancellationToken.None);

    /// <summary>A connection over the real network, with a token from elsewhere.</summary>
    public static Task<Connection> ConnectToAsync(
        Uri restBase, TimeProvider time, HttpMessageHandler? network = null) => Connection.ConnectAsync(
        new ConnectionOptions
        {
            RestBaseUri = restBase,
            AccessToken = Secret.Protect("t0ken"),
            TimeProvider = time,
            MessageHandler = network,
        },
        CancellationToken.None);

    public static async Task<RecordingHost> RunAsync(
        HttpMessageHandler service, SendOptions options, IEnumerable<object?> input, TimeProvider? time = null)
    {
        var host = new RecordingHost();
        await RunAsync(service, options, input, host, time ?? new VirtualTime());
        return host;
    }

    public static async Task<SendSummary> RunAsync(
        HttpMessageHandler service,
        SendOptions options,
        IEnumerable<object?> input,
        RecordingHost host,
        TimeProvider time,
        CancellationToken cancellationToken = default)
    {
        using var connection = await ConnectAsync(service, time);
        return await RunAsync(connection, options, input, host, cancellationToken);
    }

    public static async Task<SendSummary> RunAsync(
        Connection connection,
        SendOptions options,
        IEnumerable<object?> input,
        RecordingHost host,
        CancellationToken cancellationToken = default)
    {
        await using var operation = await SendOperation.StartAsync(
            connection, options, new DictionaryReader(), host, cancellationToken);
        foreach (var item in input)
        {
            await operation.AddAsync(
                options.Channel == MessageChannel.Sms && item is Recipient person ? WithNumber(person) : item);
        }

        return await operation.CompleteAsync();
    }

    /// <summary>The same person on a channel whose addresses are numbers.</summary>
    private static Recipient WithNumber(Recipient person) => person.To?.Contains('@') != true ? person : new Recipient
    {
        ContactKey = person.ContactKey,
        To = "15555551234",
        MessageKey = person.MessageKey,
        Attributes = person.Attributes,
    };

    public static IEnumerable<Recipient> People(int count, bool withAttributes = false) =>
        Enumerable.Range(1, count).Select(i => new Recipient
        {
            ContactKey = "contact-" + i,
            To = $"person{i}@example.com",
            Attributes = withAttributes
                ? new Dictionary<string, object> { ["FirstName"] = "Name" + i }
                : new Dictionary<string, object>(),
        });
}
