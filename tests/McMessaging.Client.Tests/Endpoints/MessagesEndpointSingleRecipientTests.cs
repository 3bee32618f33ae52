using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Endpoints;

public sealed class MessagesEndpointSingleRecipientTests
{
    private static readonly Recipient Person = new()
    {
        ContactKey = "recipient1",
        To = "recipient1@example.com",
        MessageKey = "nFL4ULgheUeaGbPIMzJJSw",
        Attributes = new Dictionary<string, object> { ["FirstName"] = "Ada" },
    };

    [Fact]
    public async Task One_recipient_a_request_goes_to_the_route_for_one_with_the_key_in_the_address()
    {
        var service = Accepting();

        var result = Assert.Single(await SendAsync(service, One(), Person));

        var request = Assert.Single(service.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("/messaging/v1/email/messages/nFL4ULgheUeaGbPIMzJJSw", request.Path);
        Assert.Equal(
            """{"definitionKey":"welcome","recipient":{"contactKey":"recipient1","to":"recipient1@example.com","""
                + """ "attributes":{"FirstName":"Ada"}}}""".TrimStart(),
            request.Body);
        Assert.Equal(SendOutcome.Accepted, result.Outcome);
        Assert.Equal("nFL4ULgheUeaGbPIMzJJSw", result.MessageKey);
    }

    [Fact]
    public async Task An_sms_keeps_its_text()
    {
        var service = Accepting();
        var person = new Recipient { ContactKey = "c", To = "1555", MessageKey = "order 1" };

        await SendAsync(service, One() with { Channel = MessageChannel.Sms, MessageText = "Hello" }, person);

        var request = Assert.Single(service.Requests);
        Assert.Equal("/messaging/v1/sms/messages/order%201", request.Path);
        Assert.Equal(
            """{"definitionKey":"welcome","recipient":{"contactKey":"c","to":"1555"},"content":{"message":"Hello"}}""",
            request.Body);
    }

    [Theory]
    [InlineData("orders/1")]
    [InlineData("orders\\1")]
    [InlineData("100%")]
    [InlineData("..")]
    public async Task A_key_that_cannot_stand_in_an_address_goes_to_the_route_for_many(string key)
    {
        var service = Accepting();

        await SendAsync(service, One(), new Recipient { ContactKey = "c", MessageKey = key });

        AssertGoesToMany(service, key);
    }

    [Fact]
    public async Task Request_wide_attributes_go_to_the_route_for_many()
    {
        var service = Accepting();

        await SendAsync(service, One() with { Attributes = [new("Campaign", "spring")] }, Person);

        AssertGoesToMany(service, Person.MessageKey!);
    }

    [Fact]
    public async Task A_resubscription_goes_to_the_route_for_one_too()
    {
        var service = Accepting();

        await SendAsync(service, One() with { Channel = MessageChannel.Sms, Resubscribe = true }, Person);

        var request = Assert.Single(service.Requests);
        Assert.Equal("/messaging/v1/sms/messages/nFL4ULgheUeaGbPIMzJJSw", request.Path);
        Assert.Contains(""","subscriptions":{"resubscribe":true}""", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipient_that_happens_to_be_alone_goes_to_the_route_for_many()
    {
        var service = Accepting();

        await SendAsync(service, One() with { BatchSize = null }, Person);

        AssertGoesToMany(service, Person.MessageKey!);
    }

    [Fact]
    public async Task A_preview_shows_the_address_and_the_body_that_would_be_sent()
    {
        var service = Accepting();
        var host = new RecordingHost();

        await Sends.RunAsync(service, One() with { PreviewOnly = true }, [Person], host, new VirtualTime());
        await SendAsync(service, One(), Person);

        var preview = Assert.Single(host.Previews);
        var sent = Assert.Single(service.Requests);
        Assert.Equal("https://mctest.rest.marketingcloudapis.com" + sent.Path, preview.Uri.AbsoluteUri);
        Assert.Equal(sent.Body, preview.Body);
        Assert.Equal(1, preview.RecipientCount);
    }

    [Theory]
    [InlineData(400, """{"errorcode":109110,"message":"MCMS_UTM_Validation_DuplicateMessageKey: k"}""")]
    [InlineData(202, """{"errorcode":109110,"message":"MCMS_UTM_Validation_DuplicateMessageKey: k"}""")]
    [InlineData(202, """{"errorcode":109001,"responses":[{"errorcode":109110,"message":"MCMS_UTM_Validation_X"}]}""")]
    public async Task A_key_that_is_taken_on_a_retry_was_taken_by_the_first_attempt(int status, string response)
    {
        var broken = new FakeService(request => request.Number == 1
            ? throw new IOException("reset")
            : FakeResponse.Json(status, response));

        var repeated = Assert.Single(await SendAsync(broken, One(), Person));
        var fresh = Assert.Single(await SendAsync(FakeService.Always(response, status), One(), Person));

        Assert.Equal(SendOutcome.AlreadyAccepted, repeated.Outcome);
        Assert.Equal(2, repeated.Attempts);
        Assert.Equal(broken.Requests[0] with { Number = 2 }, broken.Requests[1]);
        Assert.Equal(SendOutcome.Rejected, fresh.Outcome);
        Assert.Equal(109110, fresh.ErrorCode);
    }

    private static SendOptions One() => Sends.Email() with { BatchSize = 1 };

    private static FakeService Accepting() => new(request =>
    {
        if (request.Body.Contains("recipients", StringComparison.Ordinal))
        {
            return FakeResponse.Accepted(request.Body);
        }

        var key = Uri.UnescapeDataString(request.Path.Split('/')[^1]);
        return FakeResponse.Json(
            202, $$""" { "requestId": "r-1", "errorcode": 0, "responses": [ { "messageKey": "{{key}}" } ] } """);
    });

    private static void AssertGoesToMany(FakeService service, string key)
    {
        var request = Assert.Single(service.Requests);
        Assert.Equal("/messaging/v1/email/messages", request.Path);
        Assert.Equal([key], FakeResponse.KeysOf(request.Body));
    }

    private static async Task<List<RecipientResult>> SendAsync(
        FakeService service, SendOptions options, Recipient person)
    {
        var host = new RecordingHost();
        await Sends.RunAsync(service, options, [person], host, new VirtualTime());
        return host.Results;
    }
}
