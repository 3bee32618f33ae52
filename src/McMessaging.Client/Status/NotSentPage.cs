using System.Text.Json;
using McMessaging.Serialization;

namespace McMessaging.Status;

/// <summary>One page of the list, and where the next one begins.</summary>
internal sealed record NotSentPage(IReadOnlyList<NotSentMessage> Messages, long? LastEventId)
{
    public static NotSentPage Read(JsonElement response, MessageChannel channel)
    {
        var messages = response.Items("messages").Select(item => ReadMessage(item, channel)).ToArray();
        return new NotSentPage(messages, response.Number("lastEventId") ?? messages.Max(message => message.EventId));
    }

    /// <summary>
    /// The page without what was asked for before, each message with the place to go on from after it. Whether a page
    /// begins at or after the event it was asked from is not documented.
    /// </summary>
    public NotSentPage After(long? after)
    {
        var messages = Messages
            .Where(message => message.EventId is not { } id || after is null || id > after)
            .ToArray();
        var place = after;
        for (var i = 0; i < messages.Length; i++)
        {
            var isLast = i == messages.Length - 1;
            place = Later(place, isLast ? LastEventId ?? messages[i].EventId : messages[i].EventId);
            messages[i] = messages[i] with { LastEventId = place };
        }

        return new NotSentPage(messages, Later(after, LastEventId));
    }

    private static long? Later(long? one, long? other) => one > other || other is null ? one : other;

    private static NotSentMessage ReadMessage(JsonElement item, MessageChannel channel)
    {
        var info = item.Member("info") ?? default;
        var time = item.Text("timestamp");
        var code = item.Number("statusCode").ToCode();
        return new NotSentMessage
        {
            Channel = channel,
            EventId = item.Number("eventId"),
            MessageKey = info.Text("messageKey"),
            ContactKey = info.Text("contactKey"),
            To = info.Text("to"),
            DefinitionKey = item.Text("definitionKey"),
            StatusCode = code,
            StatusMessage = item.Text("statusMessage"),
            StatusMeaning = ErrorCatalogue.OfStatus(channel, code)?.Meaning,
            Timestamp = ServiceTime.Parse(time),
            TimestampText = time,
            EventCategoryType = item.Text("eventCategoryType"),
        };
    }
}
