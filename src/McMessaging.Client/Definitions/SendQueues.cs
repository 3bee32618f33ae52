using System.Text.Json;
using McMessaging.Calls;
using McMessaging.Http;
using McMessaging.Serialization;

namespace McMessaging;

/// <summary>The queues of send definitions: <c>/messaging/v1/{channel}/definitions/{definitionKey}/queue</c>.</summary>
/// <param name="connection">The account.</param>
/// <param name="verbose">Takes a line per attempt: method, path, status, duration.</param>
public sealed class SendQueues(Connection connection, Action<string>? verbose = null)
{
    private readonly ServiceClient _calls = new(connection, verbose);

    /// <summary>How many messages wait, and how long.</summary>
    /// <exception cref="McException">There is no such definition (<c>NotFound</c>), or the call failed.</exception>
    public async Task<SendQueueMetrics> GetAsync(
        MessageChannel channel, string definitionKey, CancellationToken cancellationToken)
    {
        var path = PathOf(channel, definitionKey);
        var call = new ServiceCall(HttpMethod.Get, path, $"get the queue of the definition '{definitionKey}'")
        {
            Scope = ServicePath.ReadScope(channel),
        };
        var response = await _calls.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return new SendQueueMetrics
        {
            Channel = channel,
            DefinitionKey = definitionKey,
            Count = response.Number("count"),
            Age = response.Seconds("ageSeconds"),
            RequestId = response.Text("requestId"),
        };
    }

    /// <summary>Drops all messages that wait. The definition must be inactive.</summary>
    /// <exception cref="McException">
    /// The definition is active (<c>RequestRejected</c>, code 30001), there is none (<c>NotFound</c>), or the call
    /// failed.
    /// </exception>
    public async Task ClearAsync(MessageChannel channel, string definitionKey, CancellationToken cancellationToken)
    {
        var path = PathOf(channel, definitionKey);
        var call = new ServiceCall(HttpMethod.Delete, path, $"clear the queue of the definition '{definitionKey}'")
        {
            Scope = ServicePath.WriteScope(channel),
        };
        await _calls.SendAsync(call, cancellationToken).ConfigureAwait(false);
    }

    private static string PathOf(MessageChannel channel, string definitionKey) =>
        ServicePath.Definition(channel, definitionKey) + "/queue";
}
