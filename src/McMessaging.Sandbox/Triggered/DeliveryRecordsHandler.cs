using System.Text.Json;
using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Definitions;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Messages;
using McMessaging.Sandboxing.Status;

namespace McMessaging.Sandboxing.Triggered;

/// <summary>GET .../messageDefinitionSends/{definition}/deliveryRecords/{recipientSendId}.</summary>
internal sealed class DeliveryRecordsHandler(
    MessageStore messages, DefinitionCatalogue definitions, DeliveryTracker deliveries)
{
    public HttpResponse Get(HttpRequest request)
    {
        var definition = TriggeredDefinition.Of(request, definitions);
        var sendId = request.RouteValues["recipientSendId"];
        var message = Find(request.AccountId, definition, sendId)
            ?? throw new RequestRefusedException(404, ServiceErrors.ObjectNotFound("Delivery record", sendId));
        return HttpResponse.Json(200, writer => Write(writer, message));
    }

    private SandboxMessage? Find(long accountId, string definition, string sendId) =>
        messages.ListNewest(1, message => message.Channel == ChannelNames.Triggered
            && message.MessageKey.Equals(sendId, StringComparison.OrdinalIgnoreCase)
            && message.AccountId == accountId
            && message.DefinitionKey == definition).SingleOrDefault();

    private void Write(Utf8JsonWriter writer, SandboxMessage message)
    {
        writer.WriteStartObject();
        if (!message.Accepted)
        {
            WriteError(writer, message, message.Error!);
        }
        else
        {
            var delivery = deliveries.Follow(message);
            if (delivery.State == DeliveryState.NotSent)
            {
                WriteError(writer, message, delivery.Reason!.Message);
            }
            else if (delivery.State == DeliveryState.Queued)
            {
                WriteState(writer, message, "Queued");
            }
            else
            {
                WriteSent(writer, message, delivery.At);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteSent(Utf8JsonWriter writer, SandboxMessage message, DateTimeOffset at)
    {
        writer.WriteString("deliveryTime", CentralTime.Format(at));
        WriteState(writer, message, "Sent");
        WriteTo(writer, message.To, SubscriberId(message), message.ContactKey);
    }

    private static void WriteError(Utf8JsonWriter writer, SandboxMessage message, string error)
    {
        WriteState(writer, message, "Error");
        WriteTo(writer, "", 0, "");
        writer.WriteStartArray("messageErrors");
        writer.WriteStartObject();
        writer.WriteString("messageErrorStatus", error);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteState(Utf8JsonWriter writer, SandboxMessage message, string status)
    {
        writer.WriteString("id", TriggeredDefinition.IdOf(message.DefinitionKey));
        writer.WriteString("messageId", message.MessageKey);
        writer.WriteString("status", status);
    }

    private static void WriteTo(Utf8JsonWriter writer, string? address, int id, string key)
    {
        writer.WriteStartObject("to");
        writer.WriteString("address", address);
        writer.WriteNumber("id", id);
        writer.WriteString("key", key);
        writer.WriteEndObject();
    }

    private static int SubscriberId(SandboxMessage message) =>
        1 + (int)(StableHash.UnitInterval(0, message.ContactKey, null) * (int.MaxValue - 1));
}
