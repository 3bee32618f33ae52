using System.Text.Json;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Messages;

/// <summary>The response to a send request that was understood: 202, or 400 when no recipient is valid.</summary>
internal static class MessagesResponse
{
    public static HttpResponse For(
        ReceivedRequest request, IReadOnlyList<SandboxMessage> messages, FaultDraw draw)
    {
        var failed = messages.Count(message => !message.Accepted);
        var isPartial400 = draw.Fault == FaultNames.Partial400;
        var isRefused = failed == messages.Count && draw.Faults.AllRejected202 == 0 && !isPartial400;
        ServiceError? error =
            isRefused ? MessageRefusals.NoValidSubscribers
            : failed > 0 || isPartial400 ? MessageRefusals.ResponsesHasErrors(failed, messages.Count)
            : null;

        request.HttpStatus = isRefused || isPartial400 ? 400 : 202;
        request.ErrorCode = error?.Code ?? 0;
        request.Error = request.Fault == FaultNames.EmptyMessage ? "" : error?.Message;
        return HttpResponse.Json(request.HttpStatus, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("requestId", request.RequestId);
            writer.WriteNumber("errorcode", error?.Code ?? 0);
            if (request.Error is not null)
            {
                writer.WriteString("message", request.Error);
            }

            if (draw.Fault != FaultNames.OmitResponses)
            {
                WriteItems(writer, Told(messages, draw), request.Fault);
            }

            writer.WriteEndObject();
        });
    }

    private static IEnumerable<SandboxMessage> Told(IReadOnlyList<SandboxMessage> messages, FaultDraw draw)
    {
        var told = draw.Fault == FaultNames.OmitRecipients ? messages.Where((_, index) => index % 2 == 1) : messages;
        return draw.Faults.ShuffleResponses == 1 ? told.Reverse() : told;
    }

    private static void WriteItems(Utf8JsonWriter writer, IEnumerable<SandboxMessage> messages, string? fault)
    {
        writer.WriteStartArray("responses");
        foreach (var message in messages)
        {
            WriteItem(writer, message, fault);
        }

        writer.WriteEndArray();
    }

    /// <summary>What the response says of one recipient.</summary>
    public static void WriteItem(Utf8JsonWriter writer, SandboxMessage message, string? fault)
    {
        writer.WriteStartObject();
        writer.WriteString("messageKey", message.MessageKey);
        if (!message.Accepted)
        {
            writer.WriteNumber("errorcode", message.ErrorCode);
            writer.WriteString("message", fault == FaultNames.EmptyMessage ? "" : message.Error);
        }

        writer.WriteEndObject();
    }
}
