using System.Text.Json;
using McMessaging.Retrying;

namespace McMessaging.Calls;

/// <summary>
/// Asks the service and reads its answers; all calls of an operation share retries, pauses and the token.
/// </summary>
internal sealed class ServiceCalls
{
    private readonly Connection _connection;
    private readonly RequestPipeline _pipeline;

    public ServiceCalls(
        Connection connection, Action<string>? verbose, int concurrency = 1, RetryOptions? limits = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = connection;
        _pipeline = new RequestPipeline(
            connection.Transport,
            connection.Tokens,
            limits ?? RetryOptions.Default,
            concurrency,
            connection.TimeProvider,
            verbose ?? (_ => { }),
            () => { });
    }

    /// <summary>The answer of a success.</summary>
    /// <exception cref="McException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<JsonElement> SendAsync(ServiceCall call, CancellationToken cancellationToken)
    {
        _connection.ThrowIfClosed();
        var request = new ServiceRequest<JsonAnswer>
        {
            Method = call.Method,
            Path = call.Path,
            Body = call.Body,
            Repeatable = call.Repeatable,
            ReadAnswer = answer => JsonAnswer.Read(answer, mayBeEmpty: call.Method == HttpMethod.Delete),
        };
        var exchange = await _pipeline.SendAsync(request, cancellationToken, cancellationToken)
            .ConfigureAwait(false);
        if (exchange.End == ExchangeEnd.Stopped)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        if (exchange.End == ExchangeEnd.Answered)
        {
            return exchange.Answer!.Root;
        }

        return WasDoneByEarlierAttempt(call, exchange) ? JsonAnswer.Empty.Root : throw CallErrors.Of(call, exchange);
    }

    private static bool WasDoneByEarlierAttempt(ServiceCall call, Exchange<JsonAnswer> exchange) =>
        call.Method == HttpMethod.Delete && exchange is { Status: 404, MayBeTaken: true };
}
