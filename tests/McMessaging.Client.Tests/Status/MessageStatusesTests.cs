using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Status;

public sealed class MessageStatusesTests
{
    [Fact]
    public async Task A_sent_email_tells_who_and_when()
    {
        var status = await GetAsync("""
            {
              "requestId": "77431635-1b6b-44db-a16d-420361a43dc1",
              "eventCategoryType": "TransactionalSendEvents.EmailSent",
              "timestamp": "2018-08-03T13:41:18.55",
              "compositeId": "1F3631D4.214435.228431.1.231481617",
              "info": { "messageKey": "k-1", "contactKey": "contact-1", "to": "recipient1@example.com" }
            }
            """);

        Assert.Equal(MessageState.Sent, status.State);
        Assert.True(status.IsFinal);
        Assert.Equal("k-1", status.MessageKey);
        Assert.Equal("contact-1", status.ContactKey);
        Assert.Equal("recipient1@example.com", status.To);
        Assert.Equal(new DateTimeOffset(2018, 8, 3, 13, 41, 18, 550, TimeSpan.FromHours(-6)), status.Timestamp);
        Assert.Equal("2018-08-03T13:41:18.55", status.TimestampText);
        Assert.Equal("1F3631D4.214435.228431.1.231481617", status.CompositeId);
        Assert.Equal("77431635-1b6b-44db-a16d-420361a43dc1", status.RequestId);
        Assert.Null(status.StatusCode);
        Assert.Null(status.StatusMeaning);
    }

    [Fact]
    public async Task A_queued_message_has_a_time_and_no_more()
    {
        var status = await GetAsync("""
            {
              "requestId": "r", "eventCategoryType": "TransactionalSendEvents.EmailQueued",
              "timestamp": "2018-08-16T10:44:41.2196"
            }
            """);

        Assert.Equal(MessageState.Queued, status.State);
        Assert.False(status.IsFinal);
        Assert.Equal("k-1", status.MessageKey);
        Assert.Null(status.To);
        Assert.NotNull(status.Timestamp);
    }

    [Fact]
    public async Task A_message_not_sent_has_a_code_and_its_meaning()
    {
        var status = await GetAsync("""
            {
              "eventCategoryType": "TransactionalSendEvents.EmailNotSent", "timestamp": "2018-07-24T06:26:58.463",
              "info": { "messageKey": "k-1", "statusCode": 16, "statusMessage": "InvalidAttributeValue" }
            }
            """);

        Assert.Equal(MessageState.NotSent, status.State);
        Assert.True(status.IsFinal);
        Assert.Equal(16, status.StatusCode);
        Assert.Equal("InvalidAttributeValue", status.StatusMessage);
        Assert.Equal("An attribute has a value of the wrong type.", status.StatusMeaning);
    }

    [Theory]
    [InlineData(MessageChannel.Sms, "Waiting in the service's own queue.")]
    [InlineData(MessageChannel.Email, "The subscriber has unsubscribed from the list.")]
    public async Task Code_1000_means_what_it_means_on_the_channel(MessageChannel channel, string meaning)
    {
        var status = await GetAsync(
            """{"eventCategoryType":"TransactionalSendEvents.SMSNotSent","info":{"statusCode":1000}}""", channel);

        Assert.Equal(meaning, status.StatusMeaning);
    }

    [Theory]
    [InlineData(MessageChannel.Email, "order 12?", "/messaging/v1/email/messages/order%2012%3F")]
    [InlineData(MessageChannel.Sms, "nFL4ULgheUeaGbPIMzJJSw", "/messaging/v1/sms/messages/nFL4ULgheUeaGbPIMzJJSw")]
    public async Task The_key_is_escaped_in_the_path(MessageChannel channel, string key, string path)
    {
        var service = FakeService.Always("{}");
        using var connection = await service.ConnectAsync();

        await new MessageStatuses(connection).GetAsync(channel, key, CancellationToken.None);

        Assert.Equal(path, Assert.Single(service.Requests).Path);
        Assert.Equal("GET", service.Requests[0].Method);
    }

    [Theory]
    [InlineData(MessageChannel.Email, "..", "KeyNotUsableInAddress")]
    [InlineData(MessageChannel.Sms, "half\ud83d", "KeyNotUsableInAddress")]
    [InlineData(MessageChannel.Triggered, "k-1", "ChannelNotSupported")]
    public async Task What_cannot_be_asked_for_is_refused_without_a_request(
        MessageChannel channel, string key, string errorId)
    {
        var service = FakeService.Always("{}");
        using var connection = await service.ConnectAsync();

        var error = await Assert.ThrowsAsync<McException>(
            () => new MessageStatuses(connection).GetAsync(channel, key, CancellationToken.None));

        Assert.Equal(errorId, error.ErrorId);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("orders/12", "orders%2F12")]
    [InlineData("orders\\12", "orders%5C12")]
    [InlineData("100%", "100%25")]
    [InlineData("a%2Fb", "a%252Fb")]
    public async Task A_key_that_others_may_read_as_another_is_asked_for_and_the_response_has_to_name_it(
        string key, string escaped)
    {
        var json = $$"""
            {
              "eventCategoryType": "TransactionalSendEvents.EmailSent",
              "info": { "messageKey": {{System.Text.Json.JsonSerializer.Serialize(key)}} }
            }
            """;
        var service = FakeService.Always(json);
        using var connection = await service.ConnectAsync();

        var status = await new MessageStatuses(connection).GetAsync(MessageChannel.Email, key, CancellationToken.None);

        Assert.Equal(MessageState.Sent, status.State);
        Assert.Equal("/messaging/v1/email/messages/" + escaped, service.Requests[0].Path);
    }

    [Theory]
    [InlineData("""{"messageKey":"a/b"}""")]
    [InlineData("""{"messageKey":"b"}""")]
    [InlineData("{}")]
    public async Task A_response_about_another_key_is_told_as_such(string info)
    {
        var json = $$"""{"eventCategoryType":"TransactionalSendEvents.EmailSent","info":{{info}}}""";
        using var connection = await FakeService.Always(json).ConnectAsync();

        var error = await Assert.ThrowsAsync<McException>(
            () => new MessageStatuses(connection).GetAsync(MessageChannel.Email, "a%2Fb", CancellationToken.None));

        Assert.Equal("KeyNotUsableInAddress", error.ErrorId);
    }

    [Fact]
    public async Task A_message_that_is_queued_is_told_without_its_key()
    {
        using var connection = await FakeService.Always(Waits.QueuedResponse).ConnectAsync();

        var status = await new MessageStatuses(connection)
            .GetAsync(MessageChannel.Email, "a/b", CancellationToken.None);

        Assert.Equal(MessageState.Queued, status.State);
    }

    [Fact]
    public async Task The_text_form_shows_no_address()
    {
        var status = await GetAsync("""
            {
              "eventCategoryType": "TransactionalSendEvents.EmailSent",
              "info": { "contactKey": "c@example.com", "to": "a@example.com" }
            }
            """);

        Assert.Equal("k-1: Sent", status.ToString());
    }

    private static async Task<MessageStatus> GetAsync(string json, MessageChannel channel = MessageChannel.Email)
    {
        using var connection = await FakeService.Always(json).ConnectAsync();
        return await new MessageStatuses(connection).GetAsync(channel, "k-1", CancellationToken.None);
    }
}
