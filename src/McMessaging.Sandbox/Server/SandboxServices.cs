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

/// <summary>The parts of one sandbox, and which route each of them serves.</summary>
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
        Counters = new CounterStore();
        Dice = new FaultDice(options.Faults, options.Seed);
        Messages = new MessageStore(options.InboxCapacity, _time, Counters);
        _tokens = new TokenStore(options.TokenLifetime, _time);
        _definitions = new DefinitionCatalogue(options);
        _deliveries = new DeliveryTracker(_definitions, options.DeliveryDelay, _time);
        _notSent = new NotSentLog(Messages, _deliveries);

        AddOpenRoutes(uri);
        AddMessagingRoutes(new MessagingPipeline(_tokens, Dice, Counters, _time));
    }

    public ClientCredentials Credentials { get; }

    public CounterStore Counters { get; }

    public FaultDice Dice { get; }

    public MessageStore Messages { get; }

    public Router Router { get; } = new();

    public void Reset()
    {
        Dice.Reset();
        Messages.Clear();
        _notSent.Clear();
        Counters.Reset();
    }

    private void AddOpenRoutes(Uri uri)
    {
        var inbox = new InboxHandler(Messages, Counters);
        Add("GET", "/", inbox.Page);
        Add("GET", "/inbox.css", _ => InboxHandler.Style());
        Add("POST", "/v2/token", new TokenHandler(Credentials, _tokens, Counters, uri).Issue);
        Add("GET", "/platform/v1/tokenContext", new TokenContextHandler(_tokens).Get);
    }

    private void AddMessagingRoutes(MessagingPipeline pipeline)
    {
        const string Triggered = "/messaging/v1/messageDefinitionSends/{definition}";
        const string Messages = "/messaging/v1/{channel}/messages";
        const string Definitions = "/messaging/v1/{channel}/definitions";
        var triggered = new TriggeredSendHandler(this.Messages, _definitions, Dice, Counters);
        var records = new DeliveryRecordsHandler(this.Messages, _definitions, _deliveries);
        var send = new MessagesHandler(this.Messages, _definitions, Dice, Counters);
        var status = new MessageStatusHandler(this.Messages, _deliveries, _time);
        var definitions = new DefinitionsHandler(_definitions);
        var queue = new DefinitionQueueHandler(_definitions, this.Messages, _deliveries, _time);

        AddGuarded("POST", Triggered + "/send", triggered.Send);
        AddGuarded("GET", Triggered + "/deliveryRecords/{recipientSendId}", records.Get);
        AddGuarded("POST", Messages, send.SendMany);
        AddGuarded("GET", Messages, new NotSentHandler(_notSent).List);
        AddGuarded("POST", Messages + "/{messageKey}", send.SendOne);
        AddGuarded("GET", Messages + "/{messageKey}", status.Get);
        AddGuarded("POST", Definitions, definitions.Create);
        AddGuarded("GET", Definitions, definitions.List);
        AddGuarded("GET", Definitions + "/{definitionKey}", definitions.Get);
        AddGuarded("PATCH", Definitions + "/{definitionKey}", definitions.Change);
        AddGuarded("DELETE", Definitions + "/{definitionKey}", definitions.Delete);
        AddGuarded("GET", Definitions + "/{definitionKey}/queue", queue.Metrics);
        AddGuarded("DELETE", Definitions + "/{definitionKey}/queue", queue.Purge);

        void AddGuarded(string method, string template, Func<HttpRequest, HttpResponse> endpoint) =>
            Router.Add(method, template, pipeline.Guard(endpoint));
    }

    private void Add(string method, string template, Func<HttpRequest, HttpResponse> endpoint) =>
        Router.Add(method, template, (request, _) => ValueTask.FromResult(endpoint(request)));
}
