using System.Text.Json;
using McMessaging.Requests;
using McMessaging.Retrying;

namespace McMessaging.Calls;

/// <summary>
/// Asks the service and reads its responses; all calls of an operation share retries, pauses and the token.
/// </summary>
internal sealed class ServiceClient
{
    private readonly Connection _connection;
    private readonly RequestSender _requests;

    public ServiceClient(
        Connection connection, Action<string>? verbose, int concurrency = 1, RetryOptions? limits = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = connection;
        _requests = new RequestSender(
            connection.Transport,
            connection.Tokens,
            new RequestLimiter(concurrency, connection.TimeProvider, pauseBegan: () => { }),
            limits ?? RetryOptions.Default,
            connection.TimeProvider,
            verbose ?? (_ => { }));
    }

    /// <summary>The response of a success.</summary>
    /// <exception cref="McException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<JsonElement> SendAsync(ServiceCall call, CancellationToken cancellationToken)
    {
        _connection.ThrowIfClosed();
        var request = new ServiceRequest<JsonResponse>
        {
            Method = call.Method,
            Path = call.Path,
            Body = call.Body,
            CanRetryAmbiguous = call.CanRetryAmbiguous,
            ReadResponse = response => JsonResponse.Read(response, mayBeEmpty: call.Method == HttpMethod.Delete),
        };
        var requestResult = await _requests.SendAsync(request, cancellationToken, cancellationToken)
            .ConfigureAwait(false);
        if (requestResult.End == RequestEnd.Stopped)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        if (requestResult.End == RequestEnd.Completed)
        {
            return requestResult.Response!.Root;
        }

        return WasDoneByEarlierAttempt(call, requestResult)
            ? JsonResponse.Empty.Root
            : throw CallErrors.Of(call, requestResult);
    }

    private static bool WasDoneByEarlierAttempt(ServiceCall call, RequestResult<JsonResponse> requestResult) =>
        call.Method == HttpMethod.Delete && requestResult is { Status: 404, MayBeTaken: true };
}
