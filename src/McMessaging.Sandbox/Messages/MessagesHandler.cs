using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Definitions;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Messages;

/// <summary>POST /messaging/v1/{channel}/messages, to many recipients or, with a key in the path, to one.</summary>
internal sealed class MessagesHandler(
    MessageStore messages, DefinitionCatalogue definitions, FaultDice dice, CounterStore counters)
{
    private const int MostRecipients = 2000;

    public HttpResponse SendMany(HttpRequest request)
    {
        var channel = Channel.Of(request);
        MediaType.RequireJson(request);
        return Send(request, channel, SendRequestReader.ReadMany(request.Body, channel));
    }

    public HttpResponse SendOne(HttpRequest request)
    {
        var channel = Channel.Of(request);
        MediaType.RequireJson(request);
        var send = SendRequestReader.ReadOne(request.Body, channel);
        foreach (var recipient in send.Recipients ?? [])
        {
            recipient.MessageKey = request.RouteValues["messageKey"];
        }

        return Send(request, channel, send);
    }

    private HttpResponse Send(HttpRequest request, Channel channel, SendRequest send)
    {
        var definitionKey = RequireDefinition(request.AccountId, channel, send.DefinitionKey);
        var drafts = RequireRecipients(send.Recipients)
            .Select(recipient => Draft(request.Faults, channel, send, recipient))
            .ToArray();

        var received = new ReceivedRequest(request.Target.Path, request.Faults.Fault, send.Frame);
        var taken = messages.Take(
            new MessageSource(channel.Name, definitionKey, request.AccountId, received), drafts);
        counters.CountFault(
            FaultNames.RejectRecipient,
            taken.Count(message => message.Error == MessageRefusals.RefusedByFault.Message));
        return MessagesResponse.For(received, taken, request.Faults);
    }

    private string RequireDefinition(long accountId, Channel channel, string? definitionKey)
    {
        if (string.IsNullOrEmpty(definitionKey))
        {
            throw new RequestRefusedException(DefinitionRefusals.MissingDefinitionKey);
        }

        if (!definitions.IsKnown(accountId, channel.Name, definitionKey))
        {
            throw new RequestRefusedException(MessageRefusals.UnknownDefinitionKey);
        }

        return definitionKey;
    }

    private static List<RequestedRecipient> RequireRecipients(List<RequestedRecipient>? recipients)
    {
        if (recipients is null or [])
        {
            throw new RequestRefusedException(MessageRefusals.NoSubscribers);
        }

        if (recipients.Count > MostRecipients)
        {
            throw new RequestRefusedException(MessageRefusals.TooManySubscribers(recipients.Count, MostRecipients));
        }

        return recipients;
    }

    private MessageDraft Draft(FaultDraw draw, Channel channel, SendRequest send, RequestedRecipient recipient) => new(
        string.IsNullOrEmpty(recipient.MessageKey) ? GeneratedMessageKey.Create() : recipient.MessageKey,
        recipient.ContactKey,
        recipient.To,
        send.AttributesOf(recipient))
    {
        Text = send.Text,
        Recipient = recipient.Text,
        Error = recipient.Check(channel, draw.Faults.RequireTo == 1),
        Refusal = dice.RejectsRecipient(draw, recipient.ContactKey, recipient.To)
            ? MessageRefusals.RefusedByFault
            : null,
        NotSentCode = NotSentCode(draw, channel, recipient),
    };

    private int? NotSentCode(FaultDraw draw, Channel channel, RequestedRecipient recipient)
    {
        if (!dice.LeavesUnsent(draw, recipient.ContactKey, recipient.To))
        {
            return null;
        }

        return draw.Faults.NotSentCode == 0 ? channel.NotSentCode : draw.Faults.NotSentCode;
    }
}
