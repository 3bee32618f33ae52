using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>The state, once or as it changes, and what stays the same.</summary>
internal sealed class StateApi(InboxStateReader state, InboxEvents events, FirstMessage firstMessage)
{
    private static readonly SandboxFaults None = new();

    public HttpResponse Get(HttpRequest request) => InboxJson.Of(state.Read());

    public HttpResponse Follow(HttpRequest request) =>
        new(200, "text/event-stream; charset=utf-8", ReadOnlyMemory<byte>.Empty) { Stream = events.WriteAsync };

    public HttpResponse Setup(HttpRequest request) => InboxJson.Of(new
    {
        firstMessage.Commands,
        firstMessage.NeedsSecret,
        Faults = FaultSettings.All.Select(setting => new
        {
            setting.Name,
            Group = setting.Kind.ToString(),
            setting.IsRate,
            setting.Minimum,
            setting.Maximum,
            Normal = setting.Get(None),
            setting.Description,
        }),
    });
}
