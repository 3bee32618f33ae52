using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Messages;

namespace McMessaging.Sandboxing.Server;

/// <summary>Notes which messages a send carried that met a fault before it was processed.</summary>
internal sealed class LostSendRecorder(LostSends lost, TimeProvider time)
{
    public void Record(HttpRequest request, string fault, HttpResponse response)
    {
        if (request.Method != "POST" || request.Target.Segments is not [_, _, _, "messages", ..])
        {
            return;
        }

        try
        {
            var channel = Channel.Of(request);
            var keys = request.RouteValues.TryGetValue("messageKey", out var key)
                ? [key]
                : KeysIn(SendRequestReader.ReadMany(request.Body, channel));
            int? status = response.IsDropped ? null : response.Status;
            lost.Add(new LostSend(time.GetUtcNow(), channel.Name, fault, status), request.AccountId, keys);
        }
        catch (RequestRefusedException)
        {
            // Without its fault it would have been refused as a whole, so no message was lost.
        }
    }

    private static IEnumerable<string> KeysIn(SendRequest send) =>
        (send.Recipients ?? []).Select(recipient => recipient.MessageKey).OfType<string>();
}
