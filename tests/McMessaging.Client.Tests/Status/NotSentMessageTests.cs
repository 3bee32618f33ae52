using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Status;

public sealed class NotSentMessageTests
{
    [Theory]
    [InlineData("lastEventID", "eventID", "35774", "35760")]
    [InlineData("lastEventId", "eventId", "\"35774\"", "\"35760\"")]
    public async Task A_message_is_read_in_either_spelling(string last, string own, string lastValue, string ownValue)
    {
        var service = new FakeService(request => FakeResponse.Json(200, request.Number > 1 ? "{}" : $$"""
            {
              "{{last}}": {{lastValue}},
              "messages": [
                {
                  "statusCode": 24, "statusMessage": "ListDetectiveExclusion",
                  "eventCategoryType": "TransactionalSendEvents.EmailNotSent", "timestamp": "2018-12-17T13:05:40.947",
                  "definitionKey": "technical_deep_dive_1", "{{own}}": {{ownValue}}, "new": {},
                  "info": { "messageKey": "2iQNfGHj2UqTalK9x2gPow", "contactKey": "c", "to": "t" }
                }
              ],
              "count": 1
            }
            """));

        var message = await ListOneAsync(service);

        Assert.Equal(35760, message.EventId);
        Assert.Equal("2iQNfGHj2UqTalK9x2gPow", message.MessageKey);
        Assert.Equal("technical_deep_dive_1", message.DefinitionKey);
        Assert.Equal("c", message.ContactKey);
        Assert.Equal("t", message.To);
        Assert.Equal(24, message.StatusCode);
        Assert.Equal("ListDetectiveExclusion", message.StatusMessage);
        Assert.Equal("List Detective excluded the address.", message.StatusMeaning);
        Assert.Equal(new DateTimeOffset(2018, 12, 17, 13, 5, 40, 947, TimeSpan.FromHours(-6)), message.Timestamp);
        Assert.Equal("2018-12-17T13:05:40.947", message.TimestampText);
        Assert.EndsWith("&lastEventId=35774", service.Requests[1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_without_members_is_still_a_message()
    {
        var service = new FakeService(request => FakeResponse.Json(
            200, request.Number == 1 ? """{"lastEventID":1,"messages":[{}]}""" : "{}"));

        var message = await ListOneAsync(service);

        Assert.Null(message.EventId);
        Assert.Null(message.MessageKey);
        Assert.Null(message.StatusCode);
    }

    private static async Task<NotSentMessage> ListOneAsync(FakeService service)
    {
        using var connection = await service.ConnectAsync();
        var messages = new List<NotSentMessage>();
        await foreach (var message in new NotSentMessages(connection)
            .ListAsync(MessageChannel.Email, null, null, CancellationToken.None))
        {
            messages.Add(message);
        }

        return Assert.Single(messages);
    }
}
