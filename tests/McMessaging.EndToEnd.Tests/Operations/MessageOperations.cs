using McMessaging.EndToEnd.Tests.Support;

namespace McMessaging.EndToEnd.Tests.Operations;

/// <summary>The four operations on the messages of a channel.</summary>
internal static class MessageOperations
{
    public static IEnumerable<Operation> Of(MessageChannel channel)
    {
        var path = $"/messaging/v1/{channel.ToString().ToLowerInvariant()}/messages";
        var code = channel == MessageChannel.Email ? 24 : 2502;
        yield return new(
            $"send{channel}ToMultipleRecipients",
            $"POST {path}",
            "Accepted 0, Rejected 109121, Accepted 0",
            service => SendAsync(service, channel, null))
        { Errors = [400, 401, 403, 500] };
        yield return new(
            $"send{channel}ToSingleRecipient",
            $"POST {path}/new-1",
            "Accepted 0, Rejected 109121, Accepted 0",
            service => SendAsync(service, channel, 1))
        { Errors = [400, 401, 403, 500] };
        yield return new(
            $"get{channel}SendStatusForRecipient",
            $"GET {path}/undeliverable-{channel}",
            $"NotSent {code}, notsent-ada",
            async service =>
            {
                var status = await service.Statuses.GetAsync(channel, $"undeliverable-{channel}", default);
                return $"{status.State} {status.StatusCode}, {status.ContactKey}";
            })
        { Errors = [400, 401, 404, 500] };
        yield return new(
            channel == MessageChannel.Email ? "getEmailsNotSentToRecipients" : "getSMSsNotSentToRecipients",
            $"GET {path}/",
            $"undeliverable-{channel} {code} running",
            async service =>
            {
                var messages = await service.NotSent.ListAsync(channel, null, null, default).ToListAsync();
                return string.Join(", ", messages.Select(m => $"{m.MessageKey} {m.StatusCode} {m.DefinitionKey}"));
            })
        { Errors = [400, 401, 500] };
    }

    private static async Task<string> SendAsync(Service service, MessageChannel channel, int? batchSize)
    {
        var results = await service.SendAsync(
            Make.Send(channel) with { BatchSize = batchSize, ThrottleLimit = 1 },
            Make.Recipient(channel, "new-1"),
            Make.Malformed(channel, "new-2"),
            Make.Recipient(channel, "new-3"));
        return string.Join(", ", results.Select(result => $"{result.Outcome} {result.ErrorCode}"));
    }
}
