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
    }

    [Fact]
    public async Task Half_a_character_in_an_attribute_is_sent_as_a_replacement_character()
    {
        var service = new FakeService();
        var cut = new Recipient
        {
            ContactKey = "c",
            MessageKey = "k",
            Attributes = new Dictionary<string, object> { ["Name"] = "Ann 😀"[..5], ["N\ud83d"] = new[] { "\ude00" } },
        };

        var host = await Sends.RunAsync(service, Sends.Email(), [cut]);

        Assert.Equal(SendOutcome.Accepted, Assert.Single(host.Results).Outcome);
        Assert.Contains(
            """{"Name":"Ann \uFFFD","N\uFFFD":"[\"\\uFFFD\"]"}""",
            Assert.Single(service.Bodies),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_characters_of_all_planes_are_sent_as_they_are()
    {
        var service = new FakeService();

        await Sends.RunAsync(service, Sends.Email(), [new Recipient { ContactKey = "日本語😀", MessageKey = "ключ" }]);

        Assert.Equal(
            """{"definitionKey":"welcome","recipients":[{"contactKey":"日本語😀","messageKey":"ключ"}]}""",
            Example.Compact(Assert.Single(service.Bodies))
                .Replace("\\uD83D\\uDE00", "😀", StringComparison.OrdinalIgnoreCase));
    }
}
