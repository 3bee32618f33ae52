using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Definitions;

public sealed class DefinitionReaderTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task An_email_definition_has_all_its_fields()
    {
        using var connection = await FakeService.Always("""
            {
              "requestId": "r-1", "name": "Welcome", "definitionKey": "welcome", "definitionId": "d-1",
              "description": "first mail", "classification": "Default Transactional", "status": "Active",
              "createdDate": "2020-08-17T01:37:00", "modifiedDate": "2020-08-18T02:38:01",
              "content": { "customerKey": "asset-1" },
              "subscriptions": {
                "list": "All Subscribers - 1", "dataExtension": "de", "autoAddSubscriber": true,
                "updateSubscriber": false
              },
              "options": {
                "trackLinks": true, "cc": ["c@example.com"], "bcc": [], "createJourney": false, "isReconcilable": false
              },
              "journey": { "interactionKey": "j-1" }
            }
            """).ConnectAsync();

        var definition = await new SendDefinitions(connection)
            .GetAsync(MessageChannel.Email, "welcome", None);

        Assert.Equal(MessageChannel.Email, definition.Channel);
        Assert.Equal("welcome", definition.DefinitionKey);
        Assert.Equal("Welcome", definition.Name);
        Assert.Equal("d-1", definition.DefinitionId);
        Assert.Equal("first mail", definition.Description);
        Assert.Equal("Default Transactional", definition.Classification);
        Assert.Equal(DefinitionStatus.Active, definition.Status);
        Assert.Equal(new DateTimeOffset(2020, 8, 17, 1, 37, 0, TimeSpan.FromHours(-6)), definition.CreatedDate);
        Assert.Equal(new DateTimeOffset(2020, 8, 18, 2, 38, 1, TimeSpan.FromHours(-6)), definition.ModifiedDate);
        Assert.Equal("asset-1", definition.CustomerKey);
        Assert.Equal("All Subscribers - 1", definition.List);
        Assert.Equal("de", definition.DataExtension);
        Assert.True(definition.AutoAddSubscriber);
        Assert.False(definition.UpdateSubscriber);
        Assert.True(definition.TrackLinks);
        Assert.Equal(["c@example.com"], definition.Cc);
        Assert.Equal([], definition.Bcc);
        Assert.False(definition.CreateJourney);
        Assert.Equal("j-1", definition.InteractionKey);
        Assert.Equal("r-1", definition.RequestId);
        Assert.Null(definition.Message);
    }

    [Fact]
    public async Task An_sms_definition_has_all_its_fields()
    {
        var service = FakeService.Always("""
            {
              "name": "Code", "definitionKey": "code", "status": "inactive",
              "content": { "message": "Your code: %%code%%" },
              "subscriptions": {
                "shortCode": "12345", "countryCode": "", "keyword": "CODE", "autoAddSubscriber": true,
                "updateSubscriber": true
              },
              "options": {
                "urlShortenerOptions": { "isLinkShorteningEnabled": true, "isSubscriberTrackingEnabled": "false",
                  "shortenerType": "5" },
                "smsMessageRegulatoryAuthorityTemplateId": "1107"
              }
            }
            """);
        using var connection = await service.ConnectAsync();

        var definition = await new SendDefinitions(connection).GetAsync(MessageChannel.Sms, "code 1", None);

        Assert.Equal("/messaging/v1/sms/definitions/code%201", Assert.Single(service.Paths));
        Assert.Equal(DefinitionStatus.Inactive, definition.Status);
        Assert.Equal("inactive", definition.StatusText);
        Assert.Equal("Your code: %%code%%", definition.Message);
        Assert.Equal("12345", definition.ShortCode);
        Assert.Equal("", definition.CountryCode);
        Assert.Equal("CODE", definition.Keyword);
        Assert.True(definition.UpdateSubscriber);
        Assert.Equal(
            new UrlShortenerOptions
            {
                IsLinkShorteningEnabled = true,
                IsSubscriberTrackingEnabled = false,
                ShortenerType = "5",
            },
            definition.UrlShortenerOptions);
        Assert.Equal("1107", definition.RegulatoryTemplateId);
        Assert.Null(definition.CustomerKey);
    }

    [Theory]
    [InlineData("Active", DefinitionStatus.Active)]
    [InlineData("active", DefinitionStatus.Active)]
    [InlineData("inactive", DefinitionStatus.Inactive)]
    [InlineData("New", DefinitionStatus.New)]
    [InlineData("Deleted", DefinitionStatus.Deleted)]
    [InlineData("Archived", DefinitionStatus.Unknown)]
    public async Task Statuses_are_read_in_any_case_and_the_text_is_kept(string text, DefinitionStatus status)
    {
        using var connection = await FakeService.Always($$"""{"Status":"{{text}}"}""").ConnectAsync();

        var definition = await new SendDefinitions(connection).GetAsync(MessageChannel.Email, "k", None);

        Assert.Equal(status, definition.Status);
        Assert.Equal(text, definition.StatusText);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"content":null,"subscriptions":[],"options":"x","journey":{},"createdDate":"soon","new":1}""")]
    [InlineData("""{"options":{"trackLinks":"perhaps","cc":"c@example.com"},"definitionKey":""}""")]
    public async Task Missing_and_odd_members_are_none(string json)
    {
        using var connection = await FakeService.Always(json).ConnectAsync();

        var definition = await new SendDefinitions(connection).GetAsync(MessageChannel.Email, "k", None);

        Assert.Equal(new SendDefinition { Channel = MessageChannel.Email, DefinitionKey = "k" }, definition);
    }

    [Fact]
    public async Task Members_in_another_case_and_flags_as_text_are_read()
    {
        using var connection = await FakeService.Always("""
            {
              "DefinitionKey": "K", "NAME": "n", "Options": { "TrackLinks": "TRUE" },
              "Subscriptions": { "autoaddsubscriber": "false" }
            }
            """).ConnectAsync();

        var definition = await new SendDefinitions(connection).GetAsync(MessageChannel.Email, "k", None);

        Assert.Equal("K", definition.DefinitionKey);
        Assert.Equal("n", definition.Name);
        Assert.True(definition.TrackLinks);
        Assert.False(definition.AutoAddSubscriber);
    }

    [Fact]
    public void The_text_forms_show_no_address()
    {
        var definition = new SendDefinition
        {
            Channel = MessageChannel.Email,
            DefinitionKey = "welcome",
            StatusText = "Active",
            Cc = ["c@example.com"],
        };
        Optional<string?> given = "c@example.com";

        Assert.Equal("Email definition welcome: Active", definition.ToString());
        Assert.Equal("given", given.ToString());
        Assert.DoesNotContain("c@", new SendDefinitionChange { Name = given }.ToString(), StringComparison.Ordinal);
    }
}
