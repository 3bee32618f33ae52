using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Status;

public sealed class MessageStatusTests
{
    [Theory]
    [InlineData("TransactionalSendEvents.EmailSent", MessageState.Sent)]
    [InlineData("TransactionalSendEvents.SMSSent", MessageState.Sent)]
    [InlineData("TransactionalSendEvents.SmsSent", MessageState.Sent)]
    [InlineData("transactionalsendevents.smsqueued", MessageState.Queued)]
    [InlineData("TransactionalSendEvents.SMSQueued", MessageState.Queued)]
    [InlineData("TransactionalSendEvents.SMSNotSent", MessageState.NotSent)]
    [InlineData("TransactionalSendEvents.SmsNotSent", MessageState.NotSent)]
    [InlineData("EMAILNOTSENT", MessageState.NotSent)]
    [InlineData("TransactionalSendEvents.EmailBounced", MessageState.Unknown)]
    [InlineData("", MessageState.Unknown)]
    public async Task States_are_read_in_any_spelling_and_the_text_is_kept(string text, MessageState state)
    {
        var status = await GetAsync($$"""{"eventCategoryType":"{{text}}"}""", MessageChannel.Sms);

        Assert.Equal(state, status.State);
        Assert.Equal(text, status.EventCategoryType);
    }

    [Fact]
    public async Task Members_in_another_case_numbers_as_text_and_unknown_members_are_read()
    {
        var status = await GetAsync("""
            {
              "RequestID": "r", "EventCategoryType": "TransactionalSendEvents.EmailNotSent",
              "TimeStamp": "2018-07-24T06:26:58",
              "new": { "deep": [1, 2] }, "INFO": { "ContactKey": "c", "TO": "t", "StatusCode": "24", "extra": null }
            }
            """);

        Assert.Equal("r", status.RequestId);
        Assert.Equal(MessageState.NotSent, status.State);
        Assert.NotNull(status.Timestamp);
        Assert.Equal("c", status.ContactKey);
        Assert.Equal("t", status.To);
        Assert.Equal(24, status.StatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"info":null,"timestamp":null,"eventCategoryType":null}""")]
    [InlineData("""{"info":"text","timestamp":12,"eventCategoryType":{}}""")]
    public async Task Missing_members_leave_an_unknown_state(string json)
    {
        var status = await GetAsync(json);

        Assert.Equal(MessageState.Unknown, status.State);
        Assert.Equal("k-1", status.MessageKey);
        Assert.Null(status.Timestamp);
        Assert.Null(status.StatusCode);
    }

    [Fact]
    public async Task A_code_beside_info_is_found()
    {
        var status = await GetAsync("""
            {
              "eventCategoryType": "TransactionalSendEvents.EmailNotSent",
              "info": { "to": "t" }, "statusCode": 5, "statusMessage": "x"
            }
            """);

        Assert.Equal(5, status.StatusCode);
        Assert.Equal("x", status.StatusMessage);
    }

    private static async Task<MessageStatus> GetAsync(string json, MessageChannel channel = MessageChannel.Email)
    {
        using var connection = await FakeService.Always(json).ConnectAsync();
        return await new MessageStatuses(connection).GetAsync(channel, "k-1", CancellationToken.None);
    }
}
