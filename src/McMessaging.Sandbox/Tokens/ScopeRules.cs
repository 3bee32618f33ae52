using McMessaging.Sandboxing.Channels;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Tokens;

/// <summary>Whether a token may do what a request asks for.</summary>
internal delegate bool ScopeRule(TokenGrant grant, HttpRequest request);

/// <summary>The scopes of the service and what each operation needs.</summary>
internal static class ScopeRules
{
    /// <summary>Every scope that the sandbox knows of, and those of a package unless it is told others.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "email_read", "email_write", "email_send", "sms_read", "sms_write", "sms_send", TrackingEventsRead,
    ];

    public static ScopeRule Send { get; } = (grant, request) => Has(grant, request, "send");

    public static ScopeRule Read { get; } = (grant, request) => Has(grant, request, "read");

    public static ScopeRule Write { get; } = (grant, request) => Has(grant, request, "write");

    /// <summary>The status of an SMS is a tracking event as well.</summary>
    public static ScopeRule Status { get; } = (grant, request) =>
        Has(grant, request, "read") && (ChannelOf(request) != ChannelNames.Sms || grant.Has(TrackingEventsRead));

    public static ScopeRule TriggeredSend { get; } = (grant, _) => grant.Has("email_send");

    public static ScopeRule TriggeredStatus { get; } = (grant, _) => grant.Has("email_read") || grant.Has("email_send");

    private const string TrackingEventsRead = "tracking_events_read";

    // A channel that does not exist is not found, whatever the scopes.
    private static bool Has(TokenGrant grant, HttpRequest request, string action) =>
        ChannelOf(request) is not (ChannelNames.Email or ChannelNames.Sms)
        || grant.Has($"{ChannelOf(request)}_{action}");

    private static string? ChannelOf(HttpRequest request) => request.RouteValues.GetValueOrDefault("channel");
}
