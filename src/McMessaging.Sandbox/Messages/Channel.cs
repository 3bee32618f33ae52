using McMessaging.Sandboxing.Http;
using McMessaging.Sandboxing.Status;
using McMessaging.Sandboxing.Validation;

namespace McMessaging.Sandboxing.Messages;

/// <summary>A channel of the transactional messaging API.</summary>
internal sealed record Channel(string Name, string EventName, Func<string, bool> IsAddress)
{
    public static Channel Email { get; } = new(ChannelNames.Email, "Email", Addresses.IsEmail);

    public static Channel Sms { get; } = new(ChannelNames.Sms, "SMS", Addresses.IsMobileNumber);

    /// <exception cref="RequestRefusedException">The route names no channel of the sandbox.</exception>
    public static Channel Of(HttpRequest request) => request.RouteValues["channel"] switch
    {
        ChannelNames.Email => Email,
        ChannelNames.Sms => Sms,
        _ => throw new RequestRefusedException(404, ServiceErrors.NotFound),
    };

    public string EventCategory(DeliveryState state) => $"TransactionalSendEvents.{EventName}{state}";
}
