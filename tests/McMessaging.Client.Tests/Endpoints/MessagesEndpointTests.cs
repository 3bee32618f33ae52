using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Endpoints;

public sealed class MessagesEndpointTests
{
    [Fact]
    public async Task The_documented_email_request_is_made_from_its_recipients()
    {
        var service = new FakeService();
        var options = Sends.Email("2FA_order_accounts") with
        {
            Attributes = [new("UserAttribute_a", "value_a"), new("UserAttribute_b", "value_b")],
        };
        Recipient[] recipients =
        [
            Person("recipient1", "recipient1@example.com", "nFL4ULgheUeaGbPIMzJJSw", new()
            {
                ["RequestAttribute_1"] = "value_1",
                ["RequestAttribute_2"] = "value_2",
                ["Attribute1"] = "This is one for recipient1",
                ["Attribute2"] = "This is two for recipient1",
            }),
            Person("recipient2", "recipient2@example.com", "GV1LhQ6NFkqFUAE1IsoQ9Q", new()
            {
                ["UserAttribute_3"] = "value_3",
                ["UserAttribute_4"] = "value_4",
            }),
        ];

        await Sends.RunAsync(service, options, recipients);

        Assert.Equal("/messaging/v1/email/messages", Assert.Single(service.Paths));
        Assert.Equal(Example.Compact(Example.Read("email-request")), Example.Compact(Assert.Single(service.Bodies)));
    }

    [Fact]
    public async Task The_documented_sms_request_is_made_from_its_recipients()
    {
        var service = new FakeService();
        var options = Sends.Sms("account_rest") with { Attributes = [new("RequestTrackingAttribute", 2)] };
        Recipient[] recipients =
        [
            Person(
                "Astro25", "15555551234", "nFL4ULgheUeaGbPIMzJJSw",
                new() { ["FirstName"] = "Astro", ["Password"] = "1234567" }),
            Person(
                "Codey36", "15555554321", "GV1LhQ6NFkqFUAE1IsoQ9Q",
                new() { ["FirstName"] = "Code", ["Password"] = "2345678" }),
        ];

        await Sends.RunAsync(service, options, recipients);

        Assert.Equal("/messaging/v1/sms/messages", Assert.Single(service.Paths));
        Assert.Equal(Example.Compact(Example.Read("sms-request")), Example.Compact(Assert.Single(service.Bodies)));
    }

    [Fact]
    public async Task Text_and_resubscription_of_an_sms_stand_between_recipients_and_attributes()
    {
        var service = new FakeService();
        var options = Sends.Sms() with
        {
            MessageText = "Code: \"1234\" für dich",
            Resubscribe = true,
            Attributes = [new("A", "1")],
        };

        await Sends.RunAsync(service, options, [Person("c1", "15555551234", "k1", [])]);

        var expected = """
            {
              "definitionKey": "alerts",
              "recipients": [{ "contactKey": "c1", "to": "15555551234", "messageKey": "k1" }],
              "subscriptions": { "resubscribe": true },
              "content": { "message": "Code: \"1234\" für dich" },
              "attributes": { "A": "1" }
            }
            """;
        Assert.Equal(Example.Compact(expected), Assert.Single(service.Bodies));
    }

    [Theory]
    [InlineData(MessageChannel.Email, "Send email: ")]
    [InlineData(MessageChannel.Sms, "Send SMS: ")]
    public async Task Whoever_is_asked_before_a_send_is_told_what_kind_it_is(MessageChannel channel, string beginning)
    {
        var host = await Sends.RunAsync(
            new FakeService(),
            new SendOptions { Channel = channel, DefinitionKey = "d" },
            [Person("c1", channel == MessageChannel.Sms ? "15555551234" : "a@example.com", "k1", [])]);

        Assert.StartsWith(beginning, Assert.Single(host.Questions), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_given_is_not_in_the_request()
    {
        var service = new FakeService();

        await Sends.RunAsync(service, Sends.Email(), [new Recipient { ContactKey = "c1", MessageKey = "k1" }]);

        Assert.Equal(
            """{"definitionKey":"welcome","recipients":[{"contactKey":"c1","messageKey":"k1"}]}""",
            Assert.Single(service.Bodies));
    }

    private static Recipient Person(
        string contactKey, string to, string messageKey, Dictionary<string, string> attributes) =>
        new() { ContactKey = contactKey, To = to, MessageKey = messageKey, Attributes = attributes };
}
