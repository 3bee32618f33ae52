using System.Text.Json;
using McMessaging.Calls;
using McMessaging.Http;
using McMessaging.Serialization;

namespace McMessaging;

/// <summary>
/// Asks what has become of triggered sends:
/// <c>GET /messaging/v1/messageDefinitionSends/{id|key:key}/deliveryRecords/{recipientSendId}</c>.
/// </summary>
/// <param name="connection">The account.</param>
/// <param name="verbose">Takes a line per attempt: method, path, status, duration.</param>
public sealed class TriggeredSendStatuses(Connection connection, Action<string>? verbose = null)
{
    private readonly ServiceClient _calls = new(connection, verbose);

    /// <summary>The delivery record of a send with the definition of this external key.</summary>
    /// <exception cref="McException">There is no such record (<c>NotFound</c>), or the call failed.</exception>
    public Task<TriggeredSendStatus> GetByKeyAsync(
        string definitionKey, string recipientSendId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(definitionKey);
        var definition = "key:" + Uri.EscapeDataString(definitionKey);
        return GetAsync(definitionKey, definition, recipientSendId, cancellationToken);
    }

    /// <summary>The delivery record of a send with the definition of this object id.</summary>
    /// <exception cref="McException">There is no such record (<c>NotFound</c>), or the call failed.</exception>
    public Task<TriggeredSendStatus> GetByIdAsync(
        Guid definitionId, string recipientSendId, CancellationToken cancellationToken) =>
        GetAsync(definitionId.ToString(), definitionId.ToString(), recipientSendId, cancellationToken);

    private async Task<TriggeredSendStatus> GetAsync(
        string definitionKey, string definition, string recipientSendId, CancellationToken cancellationToken)
    {
        var id = PathKey.Escape(recipientSendId, "recipient send id");
        var path = $"messaging/v1/messageDefinitionSends/{definition}/deliveryRecords/{id}";
        var call = new ServiceCall(HttpMethod.Get, path, $"get the delivery record '{recipientSendId}'")
        {
            Scope = "email_read",
        };
        var response = await _calls.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return Read(response, definitionKey, recipientSendId);
    }

    private static TriggeredSendStatus Read(JsonElement response, string definitionKey, string recipientSendId)
    {
        var to = response.Member("to") ?? default;
        var errors = response.Items("messageErrors").ToArray();
        var time = response.Text("deliveryTime");
        return new TriggeredSendStatus
        {
            RecipientSendId = recipientSendId,
            DefinitionKey = definitionKey,
            State = StateOf(response.Text("status")),
            ServiceStatus = response.Text("status"),
            DeliveryTime = ServiceTime.Parse(time),
            DeliveryTimeText = time,
            ErrorCode = errors.Select(error => error.Number("messageErrorCode").ToCode()).FirstOrDefault(),
            ErrorMessage = Join(errors.Select(error => error.Text("messageErrorStatus"))),
            ContactKey = to.FilledText("key"),
            To = to.FilledText("address"),
            SubscriberId = to.Number("id") is > 0 and var subscriber ? subscriber : null,
            Id = response.Text("id"),
            MessageId = response.Text("messageId"),
        };
    }

    private static MessageState StateOf(string? status) => status?.ToUpperInvariant() switch
    {
        "SENT" => MessageState.Sent,
        "QUEUED" => MessageState.Queued,
        "ERROR" => MessageState.NotSent,
        _ => MessageState.Unknown,
    };

    private static string? Join(IEnumerable<string?> messages) =>
        string.Join(' ', messages.Where(message => !string.IsNullOrEmpty(message))) is { Length: > 0 } all ? all : null;
}
