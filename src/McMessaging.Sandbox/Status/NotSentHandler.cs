using System.Text.Json;
using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Status;

/// <summary>GET /messaging/v1/{channel}/messages/?type=notSent: the messages not sent, page by page.</summary>
internal sealed class NotSentHandler(NotSentLog log)
{
    private const int DefaultPageSize = 50;

    public HttpResponse List(HttpRequest request)
    {
        var channel = Channel.Of(request);
        if (!request.Target.Query.GetValueOrDefault("type", "").Equals("notSent", StringComparison.OrdinalIgnoreCase))
        {
            throw new RequestRefusedException(ServiceErrors.InvalidValue("type", "must be notSent"));
        }

        var size = request.Target.WholeNumber("$pageSize", DefaultPageSize, 1, 1000);
        var after = request.Target.WholeNumber("lastEventId", 0L, 0L, long.MaxValue);
        var page = log.Page(channel.Name, request.AccountId, after, size);

        return HttpResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("lastEventID", page.Watermark);
            writer.WriteStartArray("messages");
            foreach (var notSent in page.Events)
            {
                Write(writer, channel, notSent);
            }

            writer.WriteEndArray();
            writer.WriteNumber("count", page.Events.Count);
            writer.WriteNumber("pageSize", size);
            writer.WriteString("requestId", Guid.NewGuid());
            writer.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter writer, Channel channel, NotSentEvent notSent)
    {
        writer.WriteStartObject();
        writer.WriteNumber("statusCode", notSent.Delivery.Reason!.Code);
        writer.WriteString("statusMessage", notSent.Delivery.Reason.Message);
        writer.WriteString("eventCategoryType", DeliveryState.NotSent.CategoryOf(channel));
        writer.WriteString("timestamp", CentralTime.Format(notSent.Delivery.At));
        writer.WriteString("definitionKey", notSent.Message.DefinitionKey);
        writer.WriteNumber("eventID", notSent.Id);
        writer.WriteStartObject("info");
        if (IsTerse(notSent))
        {
            writer.WriteString("messageKey", notSent.Message.MessageKey);
        }
        else
        {
            MessageInfo.Write(writer, notSent.Message);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // The service's own samples tell the contact and the address of some messages, and of others the key alone.
    private static bool IsTerse(NotSentEvent notSent) => notSent.Id % 2 == 0;
}
