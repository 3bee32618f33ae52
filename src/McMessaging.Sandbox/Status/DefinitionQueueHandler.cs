using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Definitions;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Messages;

namespace McMessaging.Sandboxing.Status;

/// <summary>/messaging/v1/{channel}/definitions/{definitionKey}/queue: how much waits, and away with it.</summary>
internal sealed class DefinitionQueueHandler(
    DefinitionCatalogue catalogue, MessageStore messages, DeliveryTracker deliveries, TimeProvider time)
{
    public HttpResponse Metrics(HttpRequest request)
    {
        var definition = Find(request);
        var channel = Channel.Of(request).Name;
        var waiting = messages
            .List(message =>
                message.Accepted
                && message.AccountId == request.AccountId
                && message.Channel == channel
                && message.DefinitionKey == definition.Key)
            .Where(message => deliveries.Follow(message).State == DeliveryState.Queued)
            .ToArray();
        var age = waiting is [var oldest, ..] ? time.GetUtcNow() - oldest.ReceivedAt : TimeSpan.Zero;

        return HttpResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("requestId", Guid.NewGuid());
            writer.WriteNumber("count", waiting.Length);
            writer.WriteNumber("ageSeconds", (long)age.TotalSeconds);
            writer.WriteEndObject();
        });
    }

    public HttpResponse Purge(HttpRequest request)
    {
        var definition = Find(request);
        if (definition.Status == StoredDefinitionStatus.Active)
        {
            throw new RequestRefusedException(DefinitionRefusals.QueueOfActiveDefinition);
        }

        catalogue.Of(request.AccountId, Channel.Of(request).Name).QueueOf(definition.Key).Purge(time.GetUtcNow());
        return HttpResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("requestId", Guid.NewGuid());
            writer.WriteString("message", "Queued");
            writer.WriteEndObject();
        });
    }

    private StoredDefinition Find(HttpRequest request) =>
        catalogue.Of(request.AccountId, Channel.Of(request).Name).Get(request.RouteValues["definitionKey"]);
}
