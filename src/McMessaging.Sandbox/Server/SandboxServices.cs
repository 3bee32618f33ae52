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
    private const string TriggeredPath = "/messaging/v1/messageDefinitionSends/{definition}";
    private const string MessagesPath = "/messaging/v1/{channel}/messages";
    private const string DefinitionsPath = "/messaging/v1/{channel}/definitions";

    private readonly TokenStore _tokens;
    private readonly DefinitionCatalogue _definitions;
    private readonly DeliveryTracker _deliveries;
    private readonly NotSentLog _notSent;
    private readonly RequestRateLimiter _limiter;
    private readonly LostSends _lost = new();
    private readonly MessagingPipeline _pipeline;
    private long _resets;

    public SandboxServices(SandboxOptions options, Uri uri)
    {
        Clock = new MovableClock(options.TimeProvider);
        Credentials = ClientCredentials.From(options);
        Counters = new CounterStore(Changes);
        Dice = new FaultDice(options.Faults, options.Seed);
        Messages = new MessageStore(options.InboxCapacity, Clock, Counters);
        ServiceClock = new ServiceClock(Clock, () => TimeSpan.FromSeconds(Dice.Faults.ClockAhead));
        _tokens = new TokenStore(options.TokenLifetime, Clock);
        _definitions = new DefinitionCatalogue(options, Clock);
        _deliveries = new DeliveryTracker(_definitions, options.DeliveryDelay, Clock);
        _notSent = new NotSentLog(Messages, _deliveries, options.InboxCapacity);
        _limiter = new RequestRateLimiter(Clock);
        _pipeline = new MessagingPipeline(
            _tokens, Dice, new FaultResponses(ServiceClock), _limiter, new LostSendRecorder(_lost, Clock), Counters);
        Details = new MessageDetails(Messages, _lost, _deliveries);
        FirstMessage = new FirstMessage(uri, Credentials, options.DefinitionKeys.FirstOrDefault("welcome"));

        AddTokenRoutes(options.Scopes ?? ScopeRules.All, uri);
        AddMessageRoutes();
        AddDefinitionRoutes();
        AddInboxRoutes();
    }

    public ClientCredentials Credentials { get; }

    public CounterStore Counters { get; }

    public FaultDice Dice { get; }

    public MessageStore Messages { get; }

    /// <summary>Raised by whatever the inbox shows.</summary>
    public ChangeSignal Changes { get; } = new();

    public MovableClock Clock { get; }

    public ServiceClock ServiceClock { get; }

    public MessageDetails Details { get; }

    public FirstMessage FirstMessage { get; }

    public InboxKey InboxKey { get; } = new();

    public Router Router { get; } = new();

    public void Reset()
    {
        Dice.Reset();
        Messages.Clear();
        _notSent.Clear();
        _lost.Clear();
        _limiter.Reset();
        Clock.Reset();
        Interlocked.Increment(ref _resets);
        Counters.Reset();
    }

    public void SetFaults(SandboxFaults faults)
    {
        faults.Validate();
        Dice.Faults = faults;
        Changes.Raise();
    }

    public void MoveClock(TimeSpan by)
    {
        Clock.Move(by);
        Changes.Raise();
    }

    private void AddTokenRoutes(IReadOnlyList<string> scopes, Uri uri)
    {
        var token = new TokenHandler(Credentials, _tokens, scopes, Counters, uri);
        Router.Add("POST", "/v2/token", _pipeline.GuardToken(token.Issue));
        Router.Add("GET", "/v2/userinfo", new UserInfoHandler(_tokens, Credentials, uri).Get);
        Router.Add("GET", "/platform/v1/tokenContext", new TokenContextHandler(_tokens).Get);
    }

    private void AddMessageRoutes()
    {
        var send = new MessagesHandler(Messages, _definitions, Dice, Counters);
        var status = new MessageStatusHandler(Messages, _deliveries, Clock);
        var triggered = new TriggeredSendHandler(Messages, _definitions, Dice, Counters);
        var records = new DeliveryRecordsHandler(Messages, _definitions, _deliveries);

        Add("POST", TriggeredPath + "/send", ScopeRules.TriggeredSend, triggered.Send);
        Add("GET", TriggeredPath + "/deliveryRecords/{recipientSendId}", ScopeRules.TriggeredStatus, records.Get);
        Add("POST", MessagesPath, ScopeRules.Send, send.SendMany);
        Add("GET", MessagesPath, ScopeRules.Read, new NotSentHandler(_notSent).List);
        Add("POST", MessagesPath + "/{messageKey}", ScopeRules.Send, send.SendOne);
        Add("GET", MessagesPath + "/{messageKey}", ScopeRules.Status, status.Get);
    }

    private void AddDefinitionRoutes()
    {
        const string One = DefinitionsPath + "/{definitionKey}";
        var definitions = new DefinitionsHandler(_definitions, new CreationLimit(Clock));
        var queue = new DefinitionQueueHandler(_definitions, Messages, _deliveries, Clock);

        Add("POST", DefinitionsPath, ScopeRules.Write, definitions.Create);
        Add("GET", DefinitionsPath, ScopeRules.Read, definitions.List);
        Add("GET", One, ScopeRules.Read, definitions.Get);
        Add("PATCH", One, ScopeRules.Write, definitions.Change);
        Add("DELETE", One, ScopeRules.Write, definitions.Delete);
        Add("GET", One + "/queue", ScopeRules.Read, queue.Metrics);
        Add("DELETE", One + "/queue", ScopeRules.Write, queue.Purge);
    }

    private void AddInboxRoutes()
    {
        var search = new InboxSearch(Messages);
        var state = new InboxStateReader(search, Counters, Dice, Clock, () => Interlocked.Read(ref _resets));
        InboxRoutes.Add(
            Router,
            InboxKey,
            new MessagesApi(search, Details, _definitions),
            new StateApi(state, new InboxEvents(state, Changes, Clock), FirstMessage),
            new ControlsApi(Dice, Clock, new InboxControls(SetFaults, MoveClock, Reset)));
    }

    private void Add(string method, string template, ScopeRule scope, Func<HttpRequest, HttpResponse> handler) =>
        Router.Add(method, template, _pipeline.Guard(scope, handler));
}
