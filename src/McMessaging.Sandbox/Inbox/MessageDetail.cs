using System.Text.Json;
using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Messages;
using McMessaging.Sandboxing.Status;
using McMessaging.Sandboxing.Triggered;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>One attempt to send a message: lost to a fault, or processed.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="Sequence">The number of the message that it became; null when it was lost.</param>
/// <param name="HttpStatus">The status of its response; null when there was no response.</param>
/// <param name="Fault">The fault that it met; null when it met none.</param>
/// <param name="ErrorCode">Why the recipient was refused, 0 when it was not.</param>
/// <param name="Error">The same in words.</param>
internal sealed record MessageAttempt(
    DateTimeOffset At, long? Sequence, int? HttpStatus, string? Fault, int ErrorCode, string? Error);

/// <summary>All that is known of a message.</summary>
/// <param name="Message">The message.</param>
/// <param name="Delivery">What became of it; null when it was refused.</param>
/// <param name="Request">The body of its request, with this recipient alone; null when it was very long.</param>
/// <param name="Response">The response, with this recipient alone.</param>
/// <param name="Attempts">Every attempt to send it that is remembered, this one too, in order of arrival.</param>
internal sealed record MessageDetail(
    SandboxMessage Message,
    Delivery? Delivery,
    byte[]? Request,
    byte[] Response,
    IReadOnlyList<MessageAttempt> Attempts);

/// <summary>Finds all that is known of a message.</summary>
internal sealed class MessageDetails(MessageStore messages, LostSends lost, DeliveryTracker deliveries)
{
    /// <summary>Null when the message is not kept any more.</summary>
    public MessageDetail? Find(long sequence)
    {
        if (messages.Find(sequence) is not { } message)
        {
            return null;
        }

        return new MessageDetail(
            message,
            message.Accepted ? deliveries.Follow(message) : null,
            message.Origin?.Body(),
            message.Channel == ChannelNames.Triggered ? TriggeredResponse(message) : WriteResponse(message),
            AttemptsOf(message));
    }

    private List<MessageAttempt> AttemptsOf(SandboxMessage message)
    {
        var processed = messages
            .List(other => IsOfSame(other, message))
            .Select(other => new MessageAttempt(
                other.ReceivedAt,
                other.Sequence,
                IsUnanswered(other.Fault) ? null : other.Origin?.Request.HttpStatus,
                other.Fault,
                other.ErrorCode,
                other.Error));
        var key = message.Channel == ChannelNames.Triggered
            ? TriggeredAttempt.KeyOf(message.DefinitionKey, message.Origin!.Recipient)
            : message.MessageKey;
        var unprocessed = lost.Of(message.AccountId, key)
            .Select(send => new MessageAttempt(send.ReceivedAt, null, send.HttpStatus, send.Fault, 0, null));
        return [.. unprocessed.Concat(processed).OrderBy(attempt => attempt.At)];
    }

    private static bool IsOfSame(SandboxMessage other, SandboxMessage message)
    {
        if (other.AccountId != message.AccountId)
        {
            return false;
        }

        return message.Channel == ChannelNames.Triggered
            ? ReferenceEquals(other, message) || TriggeredAttempt.IsOfSame(other, message)
            : other.MessageKey == message.MessageKey;
    }

    private static bool IsUnanswered(string? fault) =>
        fault is FaultNames.DropAfter or FaultNames.HangAfter;

    private static byte[] TriggeredResponse(SandboxMessage message)
    {
        ServiceError? error = message.Accepted ? null : new ServiceError(message.ErrorCode, message.Error!);
        return TriggeredSendResponse.For(message.RequestId, error, message.Fault).Body.ToArray();
    }

    private static byte[] WriteResponse(SandboxMessage message)
    {
        var request = message.Origin!.Request;
        return HttpResponse.Json(request.HttpStatus, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("requestId", request.RequestId);
            writer.WriteNumber("errorcode", request.ErrorCode);
            if (request.Error is not null)
            {
                writer.WriteString("message", request.Error);
            }

            writer.WriteStartArray("responses");
            MessagesResponse.WriteItem(writer, message, request.Fault);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }).Body.ToArray();
    }
}
