using System.Net;
using System.Text;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Messages;

public class MessagesHandlerSendManyTests
{
    [Theory]
    [InlineData("messaging/v1/email/messages")]
    [InlineData("messaging/v1/email/messages/")]
    public async Task All_valid_recipients_are_202_with_a_key_each(string path)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.PostAsync(path, Bodies.Many(Bodies.Email("k1"), Bodies.Email("k2")));

        Assert.Equal(HttpStatusCode.Accepted, response.Status);
        var requestId = response.Json.GetProperty("requestId").GetGuid();
        Assert.Equal(
            $$"""{"requestId":"{{requestId}}","errorcode":0,"responses":[{"messageKey":"k1"},{"messageKey":"k2"}]}""",
            response.Text);
    }

    [Fact]
    public async Task Some_invalid_recipients_are_202_with_the_text_of_the_service()
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.SendEmailsAsync(
            """{"contactKey":"ada","to":"","messageKey":"k1"}""", Bodies.Email("k2"));

        Assert.Equal(HttpStatusCode.Accepted, response.Status);
        var requestId = response.Json.GetProperty("requestId").GetGuid();
        Assert.Equal(
            $$"""{"requestId":"{{requestId}}","errorcode":109001,"""
            + "\"message\":\"MCMS_UTM_ResponsesHasErrors: 1 subscribers failed to queue out of 2\","
            + "\"responses\":[{\"messageKey\":\"k1\",\"errorcode\":109106,"
            + "\"message\":\"MCMS_UTM_Validation_MissingRequiredField_to: Invalid subscriber\"},"
            + "{\"messageKey\":\"k2\"}]}",
            response.Text);
    }

    [Fact]
    public async Task No_valid_recipient_is_400_and_still_says_why_for_each()
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.SendEmailsAsync("""{"contactKey":"ada","to":""}""", """{"to":"ada@example.com"}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(109103, response.ErrorCode);
        Assert.StartsWith("MCMS_UTM_Validation_NoValidSubscribers", response.Message, StringComparison.Ordinal);
        Assert.Equal([109106, 109105], response.Responses.Select(item => item.GetProperty("errorcode").GetInt32()));
    }

    [Fact]
    public async Task A_missing_message_key_is_made_up()
    {
        using var host = await SandboxHost.StartAsync();
        const string Recipient = """{"contactKey":"ada","to":"ada@example.com"}""";

        var response = await host.SendEmailsAsync(Recipient, Recipient, Bodies.Email(""));

        string[] keys = [.. response.Responses.Select(item => item.GetProperty("messageKey").GetString()!)];
        Assert.All(keys, key => Assert.Matches("^[A-Za-z0-9_-]{22}$", key));
        Assert.Equal(3, keys.Distinct().Count());
        Assert.Equal(keys, host.Sandbox.GetMessages().Select(message => message.MessageKey));
    }

    [Fact]
    public async Task Sms_takes_a_text_and_resubscribe()
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.PostAsync("messaging/v1/sms/messages", $$"""
            {"definitionKey":"code","recipients":[{{Bodies.Sms("k1")}}],
            "content":{"message":"Your code is 1234"},"subscriptions":{"resubscribe":true} }
            """);

        Assert.Equal(HttpStatusCode.Accepted, response.Status);
        Assert.Equal(1, host.Sandbox.Counters.SmsAccepted);
    }

    [Fact]
    public async Task A_body_sent_in_chunks_is_read_whole()
    {
        using var host = await SandboxHost.StartAsync();
        string[] recipients = [.. Enumerable.Range(0, 2000).Select(i => Bodies.Email($"key-{i}"))];
        using var request = new HttpRequestMessage(HttpMethod.Post, "messaging/v1/email/messages");
        request.Content = new StringContent(Bodies.Many(recipients), Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = true;

        var response = await host.SendAsync(request);

        Assert.Equal(HttpStatusCode.Accepted, response.Status);
        Assert.Equal(2000, host.Sandbox.Counters.EmailAccepted);
    }

    [Fact]
    public async Task A_seed_example_is_handled_as_the_documents_show()
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.PostAsync("messaging/v1/email/messages", """
            {"definitionKey":"2FA_order_accounts","recipients":[
            {"contactKey":"recipient1","to":"recipient1@example.com","messageKey":"nFL4ULgheUeaGbPIMzJJSw",
            "attributes":{"RequestAttribute_1":"value_1","Attribute1":"This is one for recipient1"}},
            {"contactKey":"recipient2","to":"recipient2@example.com","messageKey":"GV1LhQ6NFkqFUAE1IsoQ9Q",
            "attributes":{"UserAttribute_3":"value_3"}}],
            "attributes":{"UserAttribute_a":"value_a","UserAttribute_b":"value_b"}}
            """);

        Assert.Equal(
            ["nFL4ULgheUeaGbPIMzJJSw", "GV1LhQ6NFkqFUAE1IsoQ9Q"],
            response.Responses.Select(item => item.GetProperty("messageKey").GetString()));
        var second = host.Sandbox.GetMessages(messageKey: "GV1LhQ6NFkqFUAE1IsoQ9Q").Single();
        Assert.Equal(
            ["UserAttribute_3", "UserAttribute_a", "UserAttribute_b"], second.Attributes.Keys.Order());
        Assert.Equal("2FA_order_accounts", second.DefinitionKey);
    }
}
