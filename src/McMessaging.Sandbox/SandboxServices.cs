using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Definitions;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Inbox;
using McMessaging.Sandboxing.Messages;
using McMessaging.Sandboxing.Tokens;
using McMessaging.Sandboxing.Triggered;

namespace McMessaging.Sandboxing;

/// <summary>The parts of one sandbox, and which route each of them answers.</summary>
internal sealed class SandboxServices
{
    public SandboxServices(SandboxOptions options, Uri uri)
    {
        Credentials = ClientCredentials.From(options);
        Tally = new Tally();
        Dice = new FaultDice(options.Faults, options.Seed);
        Messages = new MessageStore(options.InboxCapacity, options.TimeProvider, Tally);

        var tokens = new TokenStore(options.TokenLifetime, options.TimeProvider);
        var definitions = new KnownDefinitions(options.StrictDefinition, options.DefinitionKeys);
        var token = new TokenEndpoint(Credentials, tokens, Tally, uri);
        var messaging = new MessagingPipeline(tokens, Dice, Tally, options.TimeProvider);
        var send = new SendEndpoint(Messages, definitions, Dice, Tally);
        var triggered = new TriggeredSendEndpoint(Messages, definitions, Dice, Tally);
        var inbox = new InboxEndpoint(Messages, Tally);

        Router.Add("POST", "/v2/token", (request, _) => ValueTask.FromResult(token.Answer(request)));
        Router.Add("GET", "/", (request, _) => ValueTask.FromResult(inbox.Page(request)));
        Router.Add("GET", "/inbox.css", (_, _) => ValueTask.FromResult(InboxEndpoint.Style()));
        Router.Add("POST", "/messaging/v1/messageDefinitionSends/{definition}/send", messaging.Guard(triggered.Send));
        Router.Add("POST", "/messaging/v1/{channel}/messages", messaging.Guard(send.SendMany));
        Router.Add("POST", "/messaging/v1/{channel}/messages/{messageKey}", messaging.Guard(send.SendOne));
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
        Tally.Reset();
    }
}
