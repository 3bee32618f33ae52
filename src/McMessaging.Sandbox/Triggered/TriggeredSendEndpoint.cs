using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Definitions;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Messages;

namespace McMessaging.Sandboxing.Triggered;

/// <summary>POST /messaging/v1/messageDefinitionSends/{id or key:externalKey}/send, one recipient at a time.</summary>
internal sealed class TriggeredSendEndpoint(
    MessageStore messages, DefinitionCatalogue definitions, FaultDice dice, Tally tally)
{
    public Reply Send(HttpRequest request)
    {
        var definition = TriggeredDefinition.Of(request, definitions);
        MediaType.RequireJson(request);
        var send = TriggeredSendRequest.Parse(request.Body);

        var requestId = Guid.NewGuid().ToString();
        var error = Check(send);
        var hasSendId = error != TriggeredErrors.InvalidOrMissingToAddress;
        var draft = new MessageDraft(hasSendId ? requestId : "", send.SubscriberKey, send.Address, send.Attributes)
        {
            Error = error,
        };
        messages.Take(ChannelNames.Triggered, definition, requestId, [draft]);
        return TriggeredSendAnswer.For(requestId, error);
    }

    // An asynchronous request is told of a bad address only; a synchronous one of a bad subscriber as well.
    private ServiceError? Check(TriggeredSendRequest send)
    {
        if (string.IsNullOrEmpty(send.Address) || !Addresses.IsEmail(send.Address))
        {
            return TriggeredErrors.InvalidOrMissingToAddress;
        }

        if (dice.RejectsRecipient(send.SubscriberKey, send.Address))
        {
            tally.CountFault(FaultNames.RejectRecipient);
            return send.IsSynchronous
                ? TriggeredErrors.NoValidSubscribers
                : TriggeredErrors.InvalidOrMissingToAddress;
        }

        return send.IsSynchronous && string.IsNullOrEmpty(send.SubscriberKey)
            ? TriggeredErrors.NoValidSubscribers
            : null;
    }
}
