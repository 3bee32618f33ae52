using McMessaging.Auth;
using McMessaging.Http;
using McMessaging.Requests;
using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Support;

/// <summary>A read from the service, without a send around it.</summary>
internal sealed record GetResponse(string? RequestId) : IHasRequestId
{
    public static ServiceRequest<GetResponse> Request => new()
    {
        Method = HttpMethod.Get,
        Path = "messaging/v1/email/messages/k?x=1",
        CanRetryAmbiguous = true,
        ReadResponse = response => response.IsSuccess && response.Body.Length > 0 ? new GetResponse("r") : null,
    };

    public static RequestSender Sender(
        Connection connection, TimeProvider time, RetryOptions? options = null, RequestLimiter? limiter = null,
        ITokenSource? tokens = null) =>
        new(
            connection.Transport,
            tokens ?? connection.Tokens,
            limiter ?? new RequestLimiter(4, time, pauseBegan: () => { }),
            options ?? RetryOptions.Default,
            time,
            _ => { });

    public static Task<RequestResult<GetResponse>> SendAsync(
        RequestSender sender, CancellationToken stop = default) =>
        sender.SendAsync(Request, CancellationToken.None, stop);
}
