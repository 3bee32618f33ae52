using McMessaging.Retrying;

namespace McMessaging.Client.Tests.Support;

/// <summary>A read from the service, straight through the pipeline.</summary>
internal sealed record GetAnswer(string? RequestId) : IRequestAnswer
{
    public static async Task<Exchange<GetAnswer>> RequestAsync(
        Connection connection, TimeProvider time, RetryOptions? options = null, CancellationToken stop = default)
    {
        var pipeline = new RequestPipeline(
            connection.Transport, connection.Tokens, options ?? RetryOptions.Default, 4, time, _ => { }, () => { });
        var request = new ServiceRequest<GetAnswer>
        {
            Method = HttpMethod.Get,
            Path = "messaging/v1/email/messages/k?x=1",
            Repeatable = true,
            ReadAnswer = answer => answer.IsSuccess && answer.Body.Length > 0 ? new GetAnswer("r") : null,
        };
        return await pipeline.SendAsync(request, CancellationToken.None, stop);
    }
}
