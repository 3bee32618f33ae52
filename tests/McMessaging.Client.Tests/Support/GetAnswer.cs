using McMessaging.Auth;
using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Support;

/// <summary>A read from the service, straight through the pipeline.</summary>
internal sealed record GetAnswer(string? RequestId) : IRequestAnswer
{
    public static ServiceRequest<GetAnswer> Request => new()
    {
        Method = HttpMethod.Get,
        Path = "messaging/v1/email/messages/k?x=1",
        Repeatable = true,
        ReadAnswer = answer => answer.IsSuccess && answer.Body.Length > 0 ? new GetAnswer("r") : null,
    };

    public static RequestPipeline Pipeline(
        Connection connection, TimeProvider time, RetryOptions? options = null, int concurrency = 4,
        ITokenSource? tokens = null) =>
        new(
            connection.Transport,
            tokens ?? connection.Tokens,
            options ?? RetryOptions.Default,
            concurrency,
            time,
            _ => { },
            () => { });

    public static Task<Exchange<GetAnswer>> SendAsync(RequestPipeline pipeline, CancellationToken stop = default) =>
        pipeline.SendAsync(Request, CancellationToken.None, stop);
}
