using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Status;

public sealed class TriggeredSendStatusTests
{
    private const string SendId = "a7038ea5-51b7-4574-ac22-183654378dd2";

    [Fact]
    public async Task A_sent_email_tells_to_whom_and_when()
    {
        var status = await GetAsync("""
            {
              "deliveryTime": "2014-09-18T07:38:34.943",
              "id": "bd52a488-2f5c-de11-92ee-001cc494ae9e",
              "messageId": "a7038ea5-51b7-4574-ac22-183654378dd2",
              "status": "Sent",
              "to": { "address": "example@example.com", "id": 4294967297, "key": "example-key" }
            }
            """);

        Assert.Equal(MessageState.Sent, status.State);
        Assert.Equal("Sent", status.ServiceStatus);
        Assert.Equal(new DateTimeOffset(2014, 9, 18, 7, 38, 34, 943, TimeSpan.FromHours(-6)), status.DeliveryTime);
        Assert.Equal("2014-09-18T07:38:34.943", status.DeliveryTimeText);
        Assert.Equal("example@example.com", status.To);
        Assert.Equal("example-key", status.ContactKey);
        Assert.Equal(4294967297L, status.SubscriberId);
        Assert.Equal(SendId, status.RecipientSendId);
        Assert.Equal("external_key", status.DefinitionKey);
        Assert.Equal("bd52a488-2f5c-de11-92ee-001cc494ae9e", status.Id);
    }

    [Fact]
    public async Task A_queued_email_has_no_recipient_yet()
    {
        var status = await GetAsync("""{"id":"i","messageId":"m","status":"queued"}""");

        Assert.Equal(MessageState.Queued, status.State);
        Assert.Null(status.To);
        Assert.Null(status.DeliveryTime);
    }

    [Theory]
    [InlineData("""[{"messageErrorStatus":"Excluded by List Detective."}]""", null, "Excluded by List Detective.")]
    [InlineData("""[{"MessageErrorCode":"24","MessageErrorStatus":"1."},{"messageErrorStatus":"2."}]""", 24, "1. 2.")]
    [InlineData("[]", null, null)]
    [InlineData("null", null, null)]
    public async Task An_error_tells_why_and_empty_members_are_none(string errors, int? code, string? message)
    {
        var status = await GetAsync($$"""
            {"status":"Error","to":{"address":"","id":0,"key":""},"messageErrors":{{errors}}}
            """);

        Assert.Equal(MessageState.NotSent, status.State);
        Assert.Equal(code, status.ErrorCode);
        Assert.Equal(message, status.ErrorMessage);
        Assert.Null(status.To);
        Assert.Null(status.ContactKey);
        Assert.Null(status.SubscriberId);
    }

    [Fact]
    public async Task Missing_members_leave_an_unknown_state() =>
        Assert.Equal(MessageState.Unknown, (await GetAsync("""{"unknown":{"id":1}}""")).State);

    [Fact]
    public async Task A_key_is_escaped_and_an_id_is_not_marked_as_a_key()
    {
        var service = FakeService.Always("""{"status":"Sent"}""");
        using var connection = await service.ConnectAsync();
        var statuses = new TriggeredSendStatuses(connection);
        var id = new Guid("dfa5ab87-1b0f-e211-b71b-9c8e9920e9fc");

        await statuses.GetByKeyAsync("order / new", SendId, CancellationToken.None);
        await statuses.GetByIdAsync(id, SendId, CancellationToken.None);

        Assert.Equal(
            [
                $"/messaging/v1/messageDefinitionSends/key:order%20%2F%20new/deliveryRecords/{SendId}",
                $"/messaging/v1/messageDefinitionSends/{id}/deliveryRecords/{SendId}",
            ],
            service.Paths);
    }

    [Fact]
    public async Task An_unknown_record_is_not_found()
    {
        var service = new FakeService(_ => Faults.Error(404, 30003, "FuelRuntime_ObjectNotFound"));
        using var connection = await service.ConnectAsync();

        var error = await Assert.ThrowsAsync<McException>(() => new TriggeredSendStatuses(connection)
            .GetByKeyAsync("external_key", SendId, CancellationToken.None));

        Assert.Equal("NotFound", error.ErrorId);
    }

    [Fact]
    public async Task A_send_id_that_could_become_another_address_is_refused()
    {
        using var connection = await FakeService.Always("{}").ConnectAsync();

        var error = await Assert.ThrowsAsync<McException>(() => new TriggeredSendStatuses(connection)
            .GetByKeyAsync("external_key", "../send", CancellationToken.None));

        Assert.Equal("KeyNotUsableInAddress", error.ErrorId);
    }

    private static async Task<TriggeredSendStatus> GetAsync(string json)
    {
        using var connection = await FakeService.Always(json).ConnectAsync();
        return await new TriggeredSendStatuses(connection)
            .GetByKeyAsync("external_key", SendId, CancellationToken.None);
    }
}
