using System.Text.Json;
using McMessaging.Calls;
using McMessaging.Http;

namespace McMessaging.Queues;

/// <summary>The queues of send definitions: <c>/messaging/v1/{channel}/definitions/{definitionKey}/queue</c>.</summary>
/// <param name="connection">The account.</param>
/// <param name="verbose">Takes a line per attempt: method, path, status, duration.</param>
public sealed class SendQueues(Connection connection, Action<string>? verbose = null)
{
    private readonly ServiceCalls _calls = new(connection, verbose);

    /// <summary>How many messages wait, and how long.</summary>
    /// <exception cref="McException">There is no such definition (<c>NotFound</c>), or the call failed.</exception>
    public async Task<SendQueueMetrics> GetAsync(
        MessageChannel channel, string definitionKey, CancellationToken cancellationToken)
    {
        var path = PathOf(channel, definitionKey);
        var call = new ServiceCall(HttpMethod.Get, path, $"get the queue of the definition '{definitionKey}'")
        {
            Scope = ChannelPath.ReadScope(channel),
        };
        var answer = await _calls.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return new SendQueueMetrics
        {
            Channel = channel,
            DefinitionKey = definitionKey,
            Count = answer.Number("count"),
            Age = answer.Seconds("ageSeconds"),
            RequestId = answer.Text("requestId"),
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
            Scope = ChannelPath.WriteScope(channel),
        };
        await _calls.SendAsync(call, cancellationToken).ConfigureAwait(false);
    }

    private static string PathOf(MessageChannel channel, string definitionKey) =>
        ChannelPath.Definition(channel, definitionKey) + "/queue";
}
