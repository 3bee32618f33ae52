using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using McMessaging.Calls;
using McMessaging.Http;
using McMessaging.Status;

namespace McMessaging;

/// <summary>
/// Lists messages not sent, the oldest first: <c>GET /messaging/v1/{channel}/messages/?type=notSent</c>.
/// </summary>
/// <param name="connection">The account.</param>
/// <param name="verbose">Takes a line per attempt: method, path, status, duration.</param>
public sealed class NotSentMessages(Connection connection, Action<string>? verbose = null)
{
    private readonly ServiceClient _calls = new(connection, verbose);

    /// <summary>The messages after an event, page by page as they are asked for, until there are no more.</summary>
    /// <param name="channel">Email or SMS.</param>
    /// <param name="lastEventId">
    /// The event to begin after; <c>null</c>: from the first that the service remembers.
    /// </param>
    /// <param name="pageSize">Messages per request; <c>null</c>: the service's own number.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <exception cref="McException">A call failed. What came before it is listed.</exception>
    public async IAsyncEnumerable<NotSentMessage> ListAsync(
        MessageChannel channel,
        long? lastEventId,
        int? pageSize,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = PagesAsync(channel, lastEventId, pageSize, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            foreach (var message in page.Messages)
            {
                yield return message;
            }
        }
    }

    /// <summary>The pages after an event, those too that hold no message, until the watermark does not move.</summary>
    internal async IAsyncEnumerable<NotSentPage> PagesAsync(
        MessageChannel channel,
        long? lastEventId,
        int? pageSize,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = lastEventId;
        var moves = true;
        while (moves)
        {
            var page = await GetPageAsync(channel, after, pageSize, cancellationToken).ConfigureAwait(false);
            // A page may be empty while the watermark moves: other events lie between.
            moves = page.LastEventId is { } last && last > (after ?? 0);
            yield return page.After(after);
            after = moves ? page.LastEventId : after;
        }
    }

    private async Task<NotSentPage> GetPageAsync(
        MessageChannel channel, long? after, int? pageSize, CancellationToken cancellationToken)
    {
        var path = ServicePath.Messages(channel) + "?type=notSent"
            + Parameter("$pageSize", pageSize) + Parameter("lastEventId", after);
        var call = new ServiceCall(HttpMethod.Get, path, "list the messages not sent")
        {
            Scope = ServicePath.ReadScope(channel),
        };
        var response = await _calls.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return NotSentPage.Read(response, channel);
    }

    private static string Parameter(string name, long? value) =>
        value is null ? "" : string.Create(CultureInfo.InvariantCulture, $"&{name}={value}");
}
