using McMessaging.EndToEnd.Tests.Support;

namespace McMessaging.EndToEnd.Tests.Operations;

/// <summary>The operations outside the vendor's description: triggered sends, and whose token it is.</summary>
internal static class OtherOperations
{
    private const string Triggered = "/messaging/v1/messageDefinitionSends/key:order_shipped";

    public static Operation TriggeredSend { get; } = new(
        "messageDefinitionSends",
        $"POST {Triggered}/send",
        "Accepted 0, with an id",
        async service =>
        {
            var results = await service.SendAsync(
                Make.Send(MessageChannel.Triggered, "order_shipped"),
                Make.Recipient(MessageChannel.Triggered, "new-1"));
            var result = (TriggeredResult)Assert.Single(results);
            var id = result.RecipientSendId is null ? "without" : "with";
            return $"{result.Outcome} {result.ErrorCode}, {id} an id";
        })
    { Errors = [400, 401, 403, 404, 500] };

    public static Operation TokenContext { get; } = new(
        "tokenContext",
        "GET /platform/v1/tokenContext",
        "Default: good, account 100000001, email_send",
        async service =>
        {
            var result = await ConnectionTest.RunAsync(service.Connection, null, default);
            return $"{result}, account {result.AccountId}, {result.Scope.SingleOrDefault(s => s == "email_send")}";
        })
    { Errors = [] };

    public static Operation DeliveryRecord { get; } = new(
        "deliveryRecords",
        $"GET {Triggered}/deliveryRecords/*",
        "Sent to ada",
        async service =>
        {
            var status = await service.TriggeredStatuses.GetByKeyAsync(
                "order_shipped", service.RecipientSendId, default);
            return $"{status.State} to {status.ContactKey}";
        })
    { Errors = [400, 401, 403, 404, 500] };
}
