using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Recipients;

public sealed class RecipientMapperUnicodeTests
{
    [Theory]
    [InlineData("ContactKey")]
    [InlineData("To")]
    [InlineData("MessageKey")]
    public void Half_a_character_in_a_key_or_address_is_rejected_because_it_cannot_be_sent_as_it_is(string name)
    {
        var fault = Mapping.Map(Mapping.Members(("SubscriberKey", "c"), (name, "x\ud83d"))).Fault;

        Assert.Equal("UnreadableProperty", fault!.Name);
        Assert.Contains($"'{name}'", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ContactKey")]
    [InlineData("Attribute")]
    public void Half_a_character_in_a_json_text_is_rejected(string name)
    {
        var fault = Mapping.Map(
            Mapping.Members(("SubscriberKey", "c"), (name, Mapping.Json("\"x\\ud83d\"")))).Fault;

        Assert.Equal("UnreadableProperty", fault!.Name);
        Assert.Contains($"'{name}'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("half a character", fault.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, object> HalfCharacters => new()
    {
        { "Name", "Ann \ud83d" },
        { "N\ud83d", "Ann" },
        { "Names", new[] { "\ude00" } },
        { "Names", new Dictionary<string, object> { ["N\ud83d"] = 1 } },
        { "Name", Mapping.Json("\"\\ud83d\"") },
        { "Names", Mapping.Json("[\"\\ude00\"]") },
        { "Names", Mapping.Json("{\"N\\ud83d\":1}") },
    };

    [Theory]
    [MemberData(nameof(HalfCharacters))]
    public async Task Half_a_character_in_the_name_or_value_of_an_attribute_is_rejected_and_the_rest_is_sent(
        string name, object value)
    {
        using var service = new FakeService();
        var cut = new Recipient
        {
            ContactKey = "c",
            MessageKey = "k",
            Attributes = new Dictionary<string, object> { [name] = value },
        };

        var host = await Sends.RunAsync(service, Sends.Email(), [cut, new Recipient { ContactKey = "whole" }]);

        Assert.Equal(
            [SendOutcome.Rejected, SendOutcome.Accepted], host.Results.Select(result => result.Outcome));
        Assert.Contains("half a character", host.Results[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_character_in_place_of_all_attributes_is_rejected()
    {
        var row = new Dictionary<string, object> { ["ContactKey"] = "c", ["Attributes"] = Mapping.Json("\"\\ud83d\"") };

        var host = await Sends.RunAsync(new FakeService(), Sends.Email(), [row]);

        Assert.Contains("'Attributes'", Assert.Single(host.Results).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_character_in_an_option_is_refused_before_anything_is_sent()
    {
        SendOptions[] all =
        [
            Sends.Email("w\ud83d"),
            Sends.Email() with { RunId = "r\ud83d" },
            Sends.Sms() with { MessageText = "Hi \ud83d" },
            Sends.Triggered() with { FromName = "\ude00" },
            Sends.Triggered() with { FromAddress = "\ude00@example.com" },
            Sends.Email() with { Attributes = [new("Shop", "\ude00")] },
        ];
        foreach (var options in all)
        {
            var error = await Assert.ThrowsAsync<McException>(
                () => Sends.RunAsync(new FakeService(), options, Sends.People(1)));
            Assert.Contains("half a character", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whole_characters_of_all_planes_are_sent_as_they_are()
    {
        var service = new FakeService();

        var person = new Recipient { ContactKey = "日本語😀", MessageKey = "ключ" };
        await Sends.RunAsync(service, Sends.Email(), [person]);

        Assert.Equal(
            """{"definitionKey":"welcome","recipients":[{"contactKey":"日本語😀","messageKey":"ключ"}]}""",
            Example.Compact(Assert.Single(service.Bodies))
                .Replace("\\uD83D\\uDE00", "😀", StringComparison.OrdinalIgnoreCase));
    }
}
