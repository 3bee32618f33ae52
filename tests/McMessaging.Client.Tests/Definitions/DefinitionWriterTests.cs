using System.Text.Json;
using McMessaging.Client.Tests.Support;
using McMessaging.Definitions;

namespace McMessaging.Client.Tests.Definitions;

public sealed class DefinitionWriterTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_definition_is_made_from_what_is_given()
    {
        var service = FakeService.Always("""{"definitionKey":"welcome","definitionId":"d-1","status":"Active"}""", 201);
        using var connection = await service.ConnectAsync();

        var made = await new SendDefinitions(connection).CreateAsync(
            MessageChannel.Email,
            "welcome",
            new SendDefinitionChange
            {
                Name = "Welcome",
                CustomerKey = "asset-1",
                List = "All Subscribers",
                TrackLinks = true,
                Status = DefinitionStatus.Active,
                Cc = new[] { "c@example.com" },
                InteractionKey = "j-1",
            },
            None);

        var request = Assert.Single(service.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/messaging/v1/email/definitions", request.Path);
        AssertJson(
            """
            {
              "definitionKey": "welcome", "name": "Welcome", "status": "active",
              "content": { "customerKey": "asset-1" }, "subscriptions": { "list": "All Subscribers" },
              "options": { "trackLinks": true, "cc": ["c@example.com"] }, "journey": { "interactionKey": "j-1" }
            }
            """,
            request.Body);
        Assert.Equal("d-1", made.DefinitionId);
    }

    [Fact]
    public async Task A_change_sends_only_what_was_given_and_a_given_null_as_null()
    {
        var service = FakeService.Always("""{"definitionKey":"code","status":"inactive"}""");
        using var connection = await service.ConnectAsync();

        var changed = await new SendDefinitions(connection).UpdateAsync(
            MessageChannel.Sms,
            "code",
            new SendDefinitionChange
            {
                Description = (string?)null,
                Status = DefinitionStatus.Inactive,
                Keyword = "NEW",
            },
            None);

        var request = Assert.Single(service.Requests);
        Assert.Equal("PATCH", request.Method);
        Assert.Equal("/messaging/v1/sms/definitions/code", request.Path);
        AssertJson("""{"description":null,"status":"inactive","subscriptions":{"keyword":"NEW"}}""", request.Body);
        Assert.Equal(DefinitionStatus.Inactive, changed.Status);
    }

    [Fact]
    public void Every_field_of_a_change_has_its_place_in_the_body()
    {
        var email = new SendDefinitionChange
        {
            Name = "1",
            Description = "2",
            Classification = "3",
            CustomerKey = "4",
            List = "5",
            DataExtension = "6",
            TrackLinks = false,
            Cc = new[] { "7" },
            Bcc = new[] { "8" },
            CreateJourney = true,
            InteractionKey = "9",
            AutoAddSubscriber = true,
            UpdateSubscriber = false,
            Status = DefinitionStatus.Deleted,
        };
        var sms = new SendDefinitionChange
        {
            Message = "1",
            ShortCode = "2",
            CountryCode = "3",
            Keyword = "4",
            UrlShortenerOptions = new UrlShortenerOptions
            {
                IsLinkShorteningEnabled = true,
                IsSubscriberTrackingEnabled = false,
                ShortenerType = "5",
            },
            RegulatoryTemplateId = "6",
        };

        AssertJson(
            """
            {
              "name": "1", "description": "2", "classification": "3", "status": "deleted",
              "content": { "customerKey": "4" },
              "subscriptions": {
                "list": "5", "dataExtension": "6", "autoAddSubscriber": true, "updateSubscriber": false
              },
              "options": { "trackLinks": false, "cc": ["7"], "bcc": ["8"], "createJourney": true },
              "journey": { "interactionKey": "9" }
            }
            """,
            DefinitionWriter.Write(MessageChannel.Email, null, email).Span);
        AssertJson(
            """
            {
              "content": { "message": "1" },
              "subscriptions": { "shortCode": "2", "countryCode": "3", "keyword": "4" },
              "options": {
                "urlShortenerOptions": {
                  "isLinkShorteningEnabled": true, "isSubscriberTrackingEnabled": false, "shortenerType": "5"
                },
                "smsMessageRegulatoryAuthorityTemplateId": "6"
              }
            }
            """,
            DefinitionWriter.Write(MessageChannel.Sms, null, sms).Span);
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_refused_without_a_request()
    {
        var service = FakeService.Always("{}");
        using var connection = await service.ConnectAsync();

        var error = await Assert.ThrowsAsync<McException>(() => new SendDefinitions(connection).CreateAsync(
            MessageChannel.Email, new string('k', 37), new SendDefinitionChange { Name = "n" }, None));

        Assert.Equal("DefinitionKeyTooLong", error.ErrorId);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_field_of_the_other_channel_is_refused_by_name_without_a_request()
    {
        var service = FakeService.Always("{}");
        using var connection = await service.ConnectAsync();

        var error = await Assert.ThrowsAsync<McException>(() => new SendDefinitions(connection).UpdateAsync(
            MessageChannel.Email, "welcome", new SendDefinitionChange { Message = "text" }, None));

        Assert.Equal("FieldOfAnotherChannel", error.ErrorId);
        Assert.Contains("'message'", error.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_change_of_nothing_is_refused()
    {
        using var connection = await FakeService.Always("{}").ConnectAsync();

        var error = await Assert.ThrowsAsync<McException>(() => new SendDefinitions(connection)
            .UpdateAsync(MessageChannel.Email, "welcome", new SendDefinitionChange(), None));

        Assert.Equal("NothingToChange", error.ErrorId);
    }

    private static void AssertJson(string expected, ReadOnlySpan<byte> actual) =>
        AssertJson(expected, System.Text.Encoding.UTF8.GetString(actual));

    private static void AssertJson(string expected, string actual) => Assert.Equal(Compact(expected), Compact(actual));

    private static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json));
}
