using System.Net;
using System.Text.Json;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Messages;

public class RequestedRecipientTests
{
    [Theory]
    [InlineData("""{"to":"a@b.c","messageKey":"k"}""", 109105, "MissingRequiredField_subscriberKey")]
    [InlineData("""{"contactKey":"","to":"a@b.c","messageKey":"k"}""", 109105, "MissingRequiredField_subscriberKey")]
    [InlineData("""{"contactKey":null,"to":"a@b.c","messageKey":"k"}""", 109105, "MissingRequiredField_subscriberKey")]
    [InlineData("""{"contactKey":5,"to":"a@b.c","messageKey":"k"}""", 109109, "InvalidValue_subscriberKey")]
    [InlineData("""{"contactKey":"a","to":"","messageKey":"k"}""", 109106, "MissingRequiredField_to")]
    [InlineData("""{"contactKey":"a","to":["a@b.c"],"messageKey":"k"}""", 109121, "InvalidValue_to")]
    [InlineData("""{"contactKey":"a","to":"no-at-sign","messageKey":"k"}""", 109121, "InvalidValue_to")]
    [InlineData("""{"contactKey":"a","to":"@b.c","messageKey":"k"}""", 109121, "InvalidValue_to")]
    [InlineData("""{"contactKey":"a","to":"a@","messageKey":"k"}""", 109121, "InvalidValue_to")]
    [InlineData("""{"contactKey":"a","to":"a b@c","messageKey":"k"}""", 109121, "InvalidValue_to")]
    [InlineData("""{"contactKey":"a","to":"a@b.c","messageKey":9}""", 109108, "InvalidValue_messageKey")]
    [InlineData("""{"contactKey":"a","to":"a@b.c","attributes":[]}""", 10001, "InvalidDataType")]
    [InlineData("""{"contactKey":"a","to":"a@b.c","attributes":{"x":null}}""", 10001, "InvalidDataType")]
    [InlineData("""{"contactKey":"a","to":"a@b.c","attributes":{"x":{"y":"z"}}}""", 10001, "InvalidDataType")]
    [InlineData("""{"contactKey":"a","to":"a@b.c","attributes":{"x":["y"]}}""", 10001, "InvalidDataType")]
    public async Task A_wrong_recipient_is_refused_alone(string recipient, int code, string name)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.SendEmailsAsync(recipient, Bodies.Email("good"));

        Assert.Equal(HttpStatusCode.Accepted, response.Status);
        var item = response.Responses[0];
        Assert.Equal(["messageKey", "errorcode", "message"], item.EnumerateObject().Select(member => member.Name));
        Assert.Equal(code, item.GetProperty("errorcode").GetInt32());
        Assert.Contains($"_{name}: ", item.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("good", response.Responses[1].GetProperty("messageKey").GetString());
        Assert.Equal(1, host.Sandbox.Counters.Rejected);
        Assert.Equal(1, host.Sandbox.Counters.EmailAccepted);
    }

    [Fact]
    public async Task An_address_may_be_left_out_unless_the_sandbox_is_told_to_require_it()
    {
        using var host = await SandboxHost.StartAsync();
        const string WithoutTo = """{"contactKey":"a"}""";
        const string WithNull = """{"contactKey":"a","to":null}""";

        var taken = await host.SendEmailsAsync(WithoutTo, WithNull);
        host.Sandbox.SetFaults(new SandboxFaults { RequireTo = 1 });
        var refused = await host.SendEmailsAsync(WithoutTo, WithNull);

        Assert.Equal(HttpStatusCode.Accepted, taken.Status);
        Assert.Equal(0, taken.ErrorCode);
        Assert.Equal([109106, 109106], refused.Responses.Select(item => item.GetProperty("errorcode").GetInt32()));
    }

    [Theory]
    [InlineData("15555551234", true)]
    [InlineData("+447700900123", true)]
    [InlineData("1234567", true)]
    [InlineData("123456789012345", true)]
    [InlineData("123456", false)]
    [InlineData("1234567890123456", false)]
    [InlineData("1-555-555-1234", false)]
    [InlineData("ada@example.com", false)]
    [InlineData("+", false)]
    public async Task A_mobile_number_is_7_to_15_digits_and_perhaps_a_plus(string number, bool isTaken)
    {
        using var host = await SandboxHost.StartAsync();

        await host.SendSmsAsync(Bodies.Sms("k1", number));

        var message = host.Sandbox.GetMessages("sms").Single();
        Assert.Equal(isTaken, message.Accepted);
        Assert.Equal(isTaken ? 0 : 109121, message.ErrorCode);
    }

    [Fact]
    public async Task A_message_key_may_have_100_characters_of_any_kind()
    {
        using var host = await SandboxHost.StartAsync();
        var longest = "a/b %\\\\ü€" + new string('x', 92);

        var response = await host.SendEmailsAsync(
            Bodies.Email(longest), Bodies.Email(new string('x', 101)));

        var key = JsonDocument.Parse($"\"{longest}\"").RootElement.GetString()!;
        Assert.Equal(100, key.Length);
        Assert.Equal(key, response.Responses[0].GetProperty("messageKey").GetString());
        Assert.False(response.Responses[0].TryGetProperty("errorcode", out _));
        Assert.Equal(109108, response.Responses[1].GetProperty("errorcode").GetInt32());
    }

    [Fact]
    public async Task Attributes_are_strings_numbers_or_booleans_and_the_recipients_own_win()
    {
        using var host = await SandboxHost.StartAsync();

        await host.PostAsync("messaging/v1/email/messages", """
            {"definitionKey":"welcome","attributes":{"Brand":"Acme","Tier":"none"},"recipients":[
            {"contactKey":"a","to":"a@b.c","attributes":{"Tier":"gold","Points":12.50,"Vip":true,"Trial":false}},
            {"contactKey":"b","to":"b@b.c"}]}
            """);

        var messages = host.Sandbox.GetMessages();
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Tier"] = "gold",
                ["Points"] = "12.50",
                ["Vip"] = "true",
                ["Trial"] = "false",
                ["Brand"] = "Acme",
            },
            messages[0].Attributes);
        Assert.Equal(new Dictionary<string, string> { ["Brand"] = "Acme", ["Tier"] = "none" }, messages[1].Attributes);
    }

    [Fact]
    public async Task Attributes_of_one_recipient_do_not_reach_another()
    {
        using var host = await SandboxHost.StartAsync();

        await host.SendEmailsAsync(
            """{"contactKey":"a","to":"a@b.c","attributes":{"First":"1","Second":"2"}}""",
            """{"contactKey":"b","to":"b@b.c","attributes":{"Second":"3","First":"4","Third":"5"}}""");

        var messages = host.Sandbox.GetMessages();
        Assert.Equal(["1", "2"], messages[0].Attributes.OrderBy(pair => pair.Key).Select(pair => pair.Value));
        Assert.Equal(["4", "3", "5"], messages[1].Attributes.OrderBy(pair => pair.Key).Select(pair => pair.Value));
    }
}
