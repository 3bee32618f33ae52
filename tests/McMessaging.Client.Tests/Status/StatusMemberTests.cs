using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Status;

/// <summary>Where members of a response may stand.</summary>
public sealed class StatusMemberTests
{
    [Theory]
    [InlineData("""{"statusCode":24,"statusMessage":"beside","info":{"to":"a@example.com"}}""", 24, "beside")]
    [InlineData("""{"statusCode":1,"statusMessage":"x","info":{"statusCode":24,"statusMessage":"in"}}""", 24, "in")]
    [InlineData("""{"statusCode":24,"statusMessage":"alone"}""", 24, "alone")]
    public async Task A_code_stands_in_the_info_or_beside_it(string json, int code, string message)
    {
        using var connection = await FakeService.Always(json).ConnectAsync();

        var status = await new MessageStatuses(connection).GetAsync(MessageChannel.Email, "k", CancellationToken.None);

        Assert.Equal((code, message), (status.StatusCode, status.StatusMessage));
    }

    [Fact]
    public async Task A_response_about_another_key_is_found_by_its_request_id()
    {
        using var connection = await FakeService
            .Always("""{"requestId":"r-7","eventCategoryType":"x","info":{"messageKey":"a"}}""").ConnectAsync();

        var error = await Assert.ThrowsAsync<McException>(() => new MessageStatuses(connection)
            .GetAsync(MessageChannel.Email, "a/b", CancellationToken.None));

        Assert.Equal(("KeyNotUsableInAddress", "r-7"), (error.ErrorId, error.RequestId));
    }

    [Fact]
    public async Task A_message_not_sent_tells_its_category()
    {
        using var connection = await FakeService
            .Always("""{"messages":[{"eventID":1,"eventCategoryType":"TransactionalSendEvents.EmailNotSent"}]}""")
            .ConnectAsync();

        await foreach (var message in new NotSentMessages(connection)
            .ListAsync(MessageChannel.Email, null, null, CancellationToken.None))
        {
            Assert.Equal("TransactionalSendEvents.EmailNotSent", message.EventCategoryType);
            return;
        }

        Assert.Fail("There was no message.");
    }

    [Fact]
    public async Task A_triggered_send_has_a_message_id()
    {
        var service = FakeService.Always("""{"id":"i","messageId":"m","status":"Sent"}""");
        using var connection = await service.ConnectAsync();

        var status = await new TriggeredSendStatuses(connection).GetByKeyAsync("key", "id", CancellationToken.None);

        Assert.Equal(("i", "m"), (status.Id, status.MessageId));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task A_triggered_send_without_a_definition_is_not_asked_for(string? key)
    {
        var service = FakeService.Always("{}");
        using var connection = await service.ConnectAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            new TriggeredSendStatuses(connection).GetByKeyAsync(key!, "id", CancellationToken.None));

        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_wait_may_take_three_days_and_no_longer()
    {
        using var connection = await FakeService.Always("{}").ConnectAsync();

        _ = new MessageWait(connection, TimeSpan.FromDays(3));

        Assert.Throws<McException>(() => new MessageWait(connection, TimeSpan.FromDays(3) + TimeSpan.FromTicks(1)));
    }

    [Fact]
    public void The_text_of_a_result_names_its_error()
    {
        var status = new MessageStatus
        {
            MessageKey = "k",
            Channel = MessageChannel.Email,
            State = MessageState.Queued,
        };
        var error = new McException("WaitTimedOut", McErrorCategory.OperationTimeout, "late", "wait");

        Assert.Equal("k: Queued", new MessageWaitResult(status, null).ToString());
        Assert.Equal("k: Queued (WaitTimedOut)", new MessageWaitResult(status, error).ToString());
    }
}
