using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Messages;
using McMessaging.Sandboxing.Triggered;

namespace McMessaging.Sandboxing.Server;

/// <summary>Notes which messages a send carried that met a fault before it was processed.</summary>
internal sealed class LostSendRecorder(LostSends lost, TimeProvider time)
{
    public void Record(HttpRequest request, string fault, HttpResponse response)
    {
        if (request.Method != "POST")
        {
            return;
        }

        try
        {
            if (KeysIn(request) is (var channel, var keys))
            {
                int? status = response.IsDropped ? null : response.Status;
                lost.Add(new LostSend(time.GetUtcNow(), channel, fault, status), request.AccountId, keys);
            }
        }
        catch (RequestRefusedException)
        {
            // Without its fault it would have been refused as a whole, so no message was lost.
        }
    }

    private static (string Channel, IEnumerable<string> Keys)? KeysIn(HttpRequest request)
    {
        var values = request.RouteValues;
        if (values.TryGetValue("definition", out var definition))
        {
            _ = TriggeredSendRequest.Parse(request.Body);
            var key = TriggeredAttempt.KeyOf(TriggeredDefinition.KeyIn(definition), request.Body);
            return (ChannelNames.Triggered, [key]);
        }

        if (request.Target.Segments is not [_, _, _, "messages", ..])
        {
            return null;
        }

        var channel = Channel.Of(request);
        return values.TryGetValue("messageKey", out var messageKey)
            ? (channel.Name, [messageKey])
            : (channel.Name, KeysIn(SendRequestReader.ReadMany(request.Body, channel)));
    }

    private static IEnumerable<string> KeysIn(SendRequest send) =>
        (send.Recipients ?? []).Select(recipient => recipient.MessageKey).OfType<string>();
}
