using McMessaging.Sandboxing.Errors;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Channels;

/// <summary>A channel of the transactional messaging API, and the code with which its messages mostly fail.</summary>
internal sealed record Channel(string Name, string EventName, int NotSentCode, Func<string, bool> IsAddress)
{
    public static Channel Email { get; } = new(ChannelNames.Email, "Email", 24, AddressFormat.IsEmail);

    public static Channel Sms { get; } = new(ChannelNames.Sms, "SMS", 2502, AddressFormat.IsMobileNumber);

    /// <exception cref="RequestRefusedException">The route names no channel of the sandbox.</exception>
    public static Channel Of(HttpRequest request) => request.RouteValues["channel"] switch
    {
        ChannelNames.Email => Email,
        ChannelNames.Sms => Sms,
        _ => throw new RequestRefusedException(404, ServiceErrors.NotFound),
    };
}
