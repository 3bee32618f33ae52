using System.Text.Json.Nodes;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Endpoints;

public sealed class TriggeredEndpointTests
{
    private static readonly Recipient Example1 = new()
    {
        ContactKey = "example@example.com",
        To = "example@example.com",
        Attributes = new Dictionary<string, string>
        {
            ["Region"] = "West",
            ["City"] = "Indianapolis",
            ["State"] = "IN",
        },
    };

    [Fact]
    public async Task An_attribute_of_all_stands_in_each_recipient_who_has_none_of_that_name()
    {
        var service = FakeService.Always(Example.Read("triggered-queued"), 202);
        var options = Sends.Triggered() with { Attributes = [new("region", "East"), new("Season", "Spring")] };

        await Sends.RunAsync(service, options, [Example1]);

        var attributes = JsonNode.Parse(Assert.Single(service.Bodies))!
            ["To"]!["ContactAttributes"]!["SubscriberAttributes"]!.AsObject();
        Assert.Equal(
            ["City=Indianapolis", "Region=West", "Season=Spring", "State=IN"],
            attributes.Select(attribute => $"{attribute.Key}={attribute.Value}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a@example.com", null, """{"Address":"a@example.com"}""")]
    [InlineData(null, "A", """{"Name":"A"}""")]
    public async Task A_sender_may_have_only_an_address_or_only_a_name(string? address, string? name, string from)
    {
        var service = FakeService.Always(Example.Read("triggered-queued"), 202);

        await Sends.RunAsync(service, Sends.Triggered() with { FromAddress = address, FromName = name }, [Example1]);

        Assert.Equal(from, JsonNode.Parse(Assert.Single(service.Bodies))!["From"]!.ToJsonString());
    }

    [Theory]
    [InlineData(TriggeredRequestType.Async, "triggered-async-request")]
    [InlineData(TriggeredRequestType.Sync, "triggered-sync-request")]
    public async Task The_documented_request_with_the_id_of_the_definition(TriggeredRequestType type, string example)
    {
        var service = FakeService.Always(Example.Read("triggered-queued"), 202);
        var options = Documented(type) with { DefinitionId = new Guid("dfa5ab87-1b0f-e211-b71b-9c8e9920e9fc") };

        await Sends.RunAsync(service, options, [Example1]);

        Assert.Equal(
            "/messaging/v1/messageDefinitionSends/dfa5ab87-1b0f-e211-b71b-9c8e9920e9fc/send",
            Assert.Single(service.Paths));
        Assert.Equal(Example.Compact(Example.Read(example)), Example.Compact(Assert.Single(service.Bodies)));
    }

    [Theory]
    [InlineData(TriggeredRequestType.Async, "external_key", "triggered-async-request")]
    [InlineData(TriggeredRequestType.Sync, "cust_key", "triggered-sync-request")]
    public async Task The_documented_request_with_the_key_of_the_definition(
        TriggeredRequestType type, string key, string example)
    {
        var service = FakeService.Always(Example.Read("triggered-queued"), 202);

        await Sends.RunAsync(service, Documented(type) with { DefinitionKey = key }, [Example1]);

        Assert.Equal($"/messaging/v1/messageDefinitionSends/key:{key}/send", Assert.Single(service.Paths));
        Assert.Equal(Example.Compact(Example.Read(example)), Example.Compact(Assert.Single(service.Bodies)));
    }

    [Theory]
    [InlineData("a/b", "key:a%2Fb")]
    [InlineData("50%", "key:50%25")]
    [InlineData("with space?#", "key:with%20space%3F%23")]
    [InlineData("..", "key:..")]
    [InlineData("Grüße", "key:Gr%C3%BC%C3%9Fe")]
    public async Task A_definition_key_is_escaped_in_the_path(string key, string segment)
    {
        var service = FakeService.Always(Example.Read("triggered-queued"), 202);

        await Sends.RunAsync(service, Sends.Triggered(key), [Example1]);

        Assert.Equal($"/messaging/v1/messageDefinitionSends/{segment}/send", Assert.Single(service.Paths));
    }

    [Fact]
    public async Task Each_recipient_has_its_own_request()
    {
        var service = FakeService.Always(Example.Read("triggered-queued"), 202);

        var host = await Sends.RunAsync(service, Sends.Triggered(), Sends.People(5));

        Assert.Equal(5, service.Bodies.Distinct().Count());
        Assert.Equal(
            Sends.People(5).Select(person => person.ContactKey), host.Results.Select(result => result.ContactKey));
    }

    [Fact]
    public async Task Without_sender_and_attributes_only_the_recipient_and_the_type_are_sent()
    {
        var service = FakeService.Always(Example.Read("triggered-queued"), 202);

        await Sends.RunAsync(service, Sends.Triggered(), [new Recipient { ContactKey = "c1", To = "a@example.com" }]);

        Assert.Equal(
            """{"To":{"Address":"a@example.com","SubscriberKey":"c1"},"Options":{"RequestType":"ASYNC"}}""",
            Assert.Single(service.Bodies));
    }

    private static SendOptions Documented(TriggeredRequestType type) => new()
    {
        Channel = MessageChannel.Triggered,
        FromAddress = "code@exacttarget.com",
        FromName = "Code@",
        RequestType = type,
    };
}
