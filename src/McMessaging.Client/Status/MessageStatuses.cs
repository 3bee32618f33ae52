using System.Text.Json;
using McMessaging.Calls;
using McMessaging.Http;
using McMessaging.Serialization;
using McMessaging.Status;

namespace McMessaging;

/// <summary>
/// Asks what has become of messages: <c>GET /messaging/v1/{channel}/messages/{messageKey}</c>. The service limits the
/// rate of this route and means it for a look now and then; all questions of one instance share its pauses.
/// </summary>
public sealed class MessageStatuses
{
    private readonly ServiceClient _calls;

    /// <summary>Makes no call yet.</summary>
    /// <param name="connection">The account.</param>
    /// <param name="verbose">Takes a line per attempt: method, path, status, duration.</param>
    public MessageStatuses(Connection connection, Action<string>? verbose = null)
        : this(connection, verbose, concurrency: 1)
    {
    }

    internal MessageStatuses(Connection connection, Action<string>? verbose, int concurrency) =>
        _calls = new ServiceClient(connection, verbose, concurrency);

    /// <summary>The state of the last message with this key, of the last three days.</summary>
    /// <exception cref="McException">
    /// The key is unknown (<c>NotFound</c>), cannot stand in an address or was taken for another one on the way
    /// (<c>KeyNotUsableInAddress</c>), or the call failed.
    /// </exception>
    public async Task<MessageStatus> GetAsync(
        MessageChannel channel, string messageKey, CancellationToken cancellationToken)
    {
        var path = ServicePath.Message(channel, messageKey);
        var call = new ServiceCall(HttpMethod.Get, path, $"get the status of message '{messageKey}'")
        {
            Scope = ServicePath.ReadScope(channel) + (channel == MessageChannel.Sms ? " and tracking_events_read" : ""),
        };
        var response = await _calls.SendAsync(call, cancellationToken).ConfigureAwait(false);
        var status = Read(response, channel, messageKey);
        return PathKey.IsSafe(messageKey) || IsAbout(messageKey, response, status.State)
            ? status
            : throw AboutAnotherKey(messageKey, response);
    }

    /// <summary>
    /// Whether the response is about this key, and not about what somebody on the way made of <c>%2F</c>. While a
    /// message is queued, the service names none.
    /// </summary>
    private static bool IsAbout(string messageKey, JsonElement response, MessageState state) =>
        response.Member("info")?.Text("messageKey") is { } key
            ? key == messageKey
            : state is MessageState.Queued or MessageState.Unknown;

    private static McException AboutAnotherKey(string messageKey, JsonElement response) => new(
        "KeyNotUsableInAddress",
        McErrorCategory.InvalidArgument,
        $"The message key '{messageKey}' cannot be asked for: the response was about another key.",
        "Use keys without '/', '\\' and '%'. Get-McNotSentMessage tells whether this message was not sent.")
    {
        RequestId = response.Text("requestId"),
    };

    private static MessageStatus Read(JsonElement response, MessageChannel channel, string messageKey)
    {
        var info = response.Member("info") is { ValueKind: JsonValueKind.Object } given ? given : response;
        var category = response.Text("eventCategoryType");
        var time = response.Text("timestamp");
        var code = (info.Number("statusCode") ?? response.Number("statusCode")).ToCode();
        return new MessageStatus
        {
            MessageKey = messageKey,
            Channel = channel,
            State = EventCategory.StateOf(category),
            StatusCode = code,
            StatusMessage = info.Text("statusMessage") ?? response.Text("statusMessage"),
            StatusMeaning = ErrorCatalogue.OfStatus(channel, code)?.Meaning,
            Timestamp = ServiceTime.Parse(time),
            TimestampText = time,
            ContactKey = info.Text("contactKey"),
            To = info.Text("to"),
            EventCategoryType = category,
            CompositeId = response.Text("compositeId"),
            RequestId = response.Text("requestId"),
        };
    }
}
