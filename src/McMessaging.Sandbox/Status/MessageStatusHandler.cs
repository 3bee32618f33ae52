using System.Globalization;
using System.Text.Json;
using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Messages;

namespace McMessaging.Sandboxing.Status;

/// <summary>GET /messaging/v1/{channel}/messages/{messageKey}: what has become of one message.</summary>
internal sealed class MessageStatusHandler(MessageStore messages, DeliveryTracker deliveries, TimeProvider time)
{
    private static readonly TimeSpan StatusLifetime = TimeSpan.FromDays(3);

    public HttpResponse Get(HttpRequest request)
    {
        var channel = Channel.Of(request);
        var key = request.RouteValues["messageKey"];
        var message = messages.FindAccepted(request.AccountId, key);
        if (message?.Channel != channel.Name || time.GetUtcNow() - message.ReceivedAt > StatusLifetime)
        {
            throw new RequestRefusedException(404, ServiceErrors.ObjectNotFound("Message", key));
        }

        var delivery = deliveries.Follow(message);
        return HttpResponse.Json(200, writer => Write(writer, channel, message, delivery));
    }

    private static void Write(Utf8JsonWriter writer, Channel channel, SandboxMessage message, Delivery delivery)
    {
        writer.WriteStartObject();
        writer.WriteString("requestId", Guid.NewGuid());
        writer.WriteString("eventCategoryType", delivery.State.CategoryOf(channel));
        writer.WriteString("timestamp", CentralTime.Format(delivery.At));
        if (delivery.State != DeliveryState.Queued)
        {
            writer.WriteString("compositeId", CompositeId(message));
            writer.WriteStartObject("info");
            MessageInfo.Write(writer, message);
            if (delivery.Reason is { } reason)
            {
                writer.WriteNumber("statusCode", reason.Code);
                writer.WriteString("statusMessage", reason.Message);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static string CompositeId(SandboxMessage message) =>
        string.Create(CultureInfo.InvariantCulture, $"{message.RequestId}.1.1.1.{message.Sequence}");
}
