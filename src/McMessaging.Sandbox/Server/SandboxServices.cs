using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Definitions;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Inbox;
using McMessaging.Sandboxing.Messages;
using McMessaging.Sandboxing.Status;
using McMessaging.Sandboxing.Tokens;
using McMessaging.Sandboxing.Triggered;

namespace McMessaging.Sandboxing.Server;

/// <summary>The parts of one sandbox, and which route each of them answers.</summary>
internal sealed class SandboxServices
{
    private readonly TokenStore _tokens;
    private readonly DefinitionCatalogue _definitions;
    private readonly DeliveryTracker _deliveries;
    private readonly NotSentLog _notSent;
    private readonly TimeProvider _time;

    public SandboxServices(SandboxOptions options, Uri uri)
    {
        _time = options.TimeProvider;
        Credentials = ClientCredentials.From(options);
        Tally = new Tally();
        Dice = new FaultDice(options.Faults, options.Seed);
        Messages = new MessageStore(options.InboxCapacity, _time, Tally);
        _tokens = new TokenStore(options.TokenLifetime, _time);
        _definitions = new DefinitionCatalogue(options);
        _deliveries = new DeliveryTracker(_definitions, options.DeliveryDelay, _time);
        _notSent = new NotSentLog(Messages, _deliveries);

        AddOpenRoutes(uri);
        AddMessagingRoutes(new MessagingPipeline(_tokens, Dice, Tally, _time));
    }

    public ClientCredentials Credentials { get; }

    public Tally Tally { get; }

    public FaultDice Dice { get; }

    public MessageStore Messages { get; }

    public Router Router { get; } = new();

    public void Reset()
    {
        Dice.Reset();
        Messages.Clear();
        _notSent.Clear();
        Tally.Reset();
    }

    private void AddOpenRoutes(Uri uri)
    {
        var inbox = new InboxEndpoint(Messages, Tally);
        Add("GET", "/", inbox.Page);
        Add("GET", "/inbox.css", _ => InboxEndpoint.Style());
        Add("POST", "/v2/token", new TokenEndpoint(Credentials, _tokens, Tally, uri).Answer);
        Add("GET", "/platform/v1/tokenContext", new TokenContextEndpoint(_tokens).Get);
    }

    private void AddMessagingRoutes(MessagingPipeline pipeline)
    {
        const string Triggered = "/messaging/v1/messageDefinitionSends/{definition}";
        const string Messages = "/messaging/v1/{channel}/messages";
        const string Definitions = "/messaging/v1/{channel}/definitions";
        var triggered = new TriggeredSendEndpoint(this.Messages, _definitions, Dice, Tally);
        var records = new DeliveryRecordsEndpoint(this.Messages, _definitions, _deliveries);
        var send = new SendEndpoint(this.Messages, _definitions, Dice, Tally);
        var status = new MessageStatusEndpoint(this.Messages, _deliveries, _time);
        var definitions = new DefinitionsEndpoint(_definitions);
        var queue = new QueueEndpoint(_definitions, this.Messages, _deliveries, _time);

        AddGuarded("POST", Triggered + "/send", triggered.Send);
        AddGuarded("GET", Triggered + "/deliveryRecords/{recipientSendId}", records.Get);
        AddGuarded("POST", Messages, send.SendMany);
        AddGuarded("GET", Messages, new NotSentEndpoint(_notSent).List);
        AddGuarded("POST", Messages + "/{messageKey}", send.SendOne);
        AddGuarded("GET", Messages + "/{messageKey}", status.Get);
        AddGuarded("POST", Definitions, definitions.Create);
        AddGuarded("GET", Definitions, definitions.List);
        AddGuarded("GET", Definitions + "/{definitionKey}", definitions.Get);
        AddGuarded("PATCH", Definitions + "/{definitionKey}", definitions.Change);
        AddGuarded("DELETE", Definitions + "/{definitionKey}", definitions.Delete);
        AddGuarded("GET", Definitions + "/{definitionKey}/queue", queue.Metrics);
        AddGuarded("DELETE", Definitions + "/{definitionKey}/queue", queue.Purge);

        void AddGuarded(string method, string template, Func<HttpRequest, Reply> endpoint) =>
            Router.Add(method, template, pipeline.Guard(endpoint));
    }

    private void Add(string method, string template, Func<HttpRequest, Reply> endpoint) =>
        Router.Add(method, template, (request, _) => ValueTask.FromResult(endpoint(request)));
}
