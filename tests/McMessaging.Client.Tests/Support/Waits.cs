namespace McMessaging.Client.Tests.Support;

/// <summary>Waits for messages against a fake service, in one line.</summary>
internal static class Waits
{
    public const string SentResponse = """{"eventCategoryType":"TransactionalSendEvents.EmailSent"}""";
    public const string QueuedResponse = """{"eventCategoryType":"TransactionalSendEvents.EmailQueued"}""";
    public const string NotSentResponse =
        """{"eventCategoryType":"TransactionalSendEvents.EmailNotSent","info":{"statusCode":24}}""";

    public static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    public static FakeService Responding(Func<string, string> response)
    {
        object turn = new();
        return new FakeService(request =>
        {
            lock (turn)
            {
                return FakeResponse.Json(200, response(request.Path.Split('/')[^1]));
            }
        });
    }

    public static IEnumerable<MessageReference> References(IEnumerable<string> keys) =>
        keys.Select(key => new MessageReference(MessageChannel.Email, key));

    public static async Task<List<MessageWaitResult>> WaitAsync(
        FakeService service, string[] keys, TimeSpan timeout, VirtualTime? time = null)
    {
        using var connection = await service.ConnectAsync(time ?? new VirtualTime(TimeSpan.FromSeconds(31)));
        return await CollectAsync(new MessageWait(connection, timeout), References(keys));
    }

    public static async Task<List<MessageWaitResult>> CollectAsync(
        MessageWait wait, IEnumerable<MessageReference> messages, CancellationToken stop = default)
    {
        var results = new List<MessageWaitResult>();
        await foreach (var result in wait.RunAsync(messages, stop))
        {
            results.Add(result);
        }

        return results;
    }
}
