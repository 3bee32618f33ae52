using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Definitions;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Messages;

namespace McMessaging.Sandboxing.Triggered;

/// <summary>POST /messaging/v1/messageDefinitionSends/{id or key:externalKey}/send, one recipient at a time.</summary>
internal sealed class TriggeredSendHandler(
    MessageStore messages, DefinitionCatalogue definitions, FaultDice dice, CounterStore counters)
{
    public HttpResponse Send(HttpRequest request)
    {
        var definition = TriggeredDefinition.Of(request, definitions);
        MediaType.RequireJson(request);
        var send = TriggeredSendRequest.Parse(request.Body);

        var received = new ReceivedRequest(request.Target.Path, request.Faults.Fault, RequestFrame.None)
        {
            HttpStatus = 202,
        };
        var error = Check(request.Faults, send);
        var hasSendId = error != TriggeredRefusals.InvalidOrMissingToAddress;
        var sendId = hasSendId ? received.RequestId : "";
        var draft = new MessageDraft(sendId, send.SubscriberKey, send.Address, send.Attributes)
        {
            Recipient = request.Body.Length <= MessageOrigin.LongestKept ? request.Body.ToArray() : default,
            Error = error,
            NotSentCode = NotSentCode(request.Faults, send),
        };
        messages.Take(new MessageSource(ChannelNames.Triggered, definition, request.AccountId, received), [draft]);
        return TriggeredSendResponse.For(received.RequestId, error, received.Fault);
    }

    // An asynchronous request is told of a bad address only; a synchronous one of a bad subscriber as well.
    private ServiceError? Check(FaultDraw draw, TriggeredSendRequest send)
    {
        if (string.IsNullOrEmpty(send.Address) || !AddressFormat.IsEmail(send.Address))
        {
            return TriggeredRefusals.InvalidOrMissingToAddress;
        }

        if (dice.RejectsRecipient(draw, send.SubscriberKey, send.Address))
        {
            counters.CountFault(FaultNames.RejectRecipient);
            return send.IsSynchronous
                ? TriggeredRefusals.NoValidSubscribers
                : TriggeredRefusals.InvalidOrMissingToAddress;
        }

        return send.IsSynchronous && string.IsNullOrEmpty(send.SubscriberKey)
            ? TriggeredRefusals.NoValidSubscribers
            : null;
    }

    private int? NotSentCode(FaultDraw draw, TriggeredSendRequest send)
    {
        if (!dice.LeavesUnsent(draw, send.SubscriberKey, send.Address))
        {
            return null;
        }

        return draw.Faults.NotSentCode == 0 ? Channel.Email.NotSentCode : draw.Faults.NotSentCode;
    }
}
