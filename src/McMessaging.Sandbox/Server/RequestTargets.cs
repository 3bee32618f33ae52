using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Messages;
using McMessaging.Sandboxing.Triggered;

namespace McMessaging.Sandboxing.Server;

/// <summary>What requests are about, as far as it can be told before they are processed.</summary>
internal static class RequestTargets
{
    /// <param name="request">The request, with the values of its route.</param>
    /// <param name="readsBody">Whether to look for the definition key in the body of a send.</param>
    public static FaultTarget Of(HttpRequest request, bool readsBody)
    {
        var values = request.RouteValues;
        if (values.TryGetValue("definition", out var triggered))
        {
            return new FaultTarget(ChannelNames.Triggered, TriggeredDefinition.KeyIn(triggered))
            {
                IsSend = request.Method == "POST",
            };
        }

        var channel = values.GetValueOrDefault("channel");
        var isMessages = request.Target.Segments is [_, _, _, "messages", ..];
        var isSend = isMessages && request.Method == "POST";
        var definition = isSend
            ? readsBody ? SendRequestReader.PeekDefinitionKey(request.Body) : null
            : values.GetValueOrDefault("definitionKey");
        return new FaultTarget(channel, definition) { IsSend = isSend, ListsRecipients = isSend };
    }
}
