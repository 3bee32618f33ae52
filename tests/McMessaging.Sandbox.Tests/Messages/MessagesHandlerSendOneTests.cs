using System.Net;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Messages;

public class MessagesHandlerSendOneTests
{
    private const string Recipient = """{"contactKey":"ada","to":"ada@example.com","attributes":{"City":"London"}}""";

    [Fact]
    public async Task The_key_of_the_path_is_the_message_key()
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.PostAsync("messaging/v1/email/messages/k1", Bodies.One(Recipient));

        Assert.Equal(HttpStatusCode.Accepted, response.Status);
        Assert.Equal(0, response.ErrorCode);
        Assert.Equal("k1", response.Responses.Single().GetProperty("messageKey").GetString());
        Assert.Equal("London", host.Sandbox.GetMessages(messageKey: "k1").Single().Attributes["City"]);
    }

    [Theory]
    [InlineData("a b/c?d#e%f")]
    [InlineData("50%25")]
    [InlineData("ü€+&=")]
    public async Task The_key_is_unescaped_once_from_the_path_as_it_was_sent(string key)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.PostAsync(
            $"messaging/v1/email/messages/{Uri.EscapeDataString(key)}", Bodies.One(Recipient));

        Assert.Equal(key, response.Responses.Single().GetProperty("messageKey").GetString());
    }

    [Theory]
    [InlineData("""{"definitionKey":"welcome"}""", 109102)]
    [InlineData("""{"definitionKey":"welcome","recipients":[]}""", 109122)]
    [InlineData("""{"definitionKey":"welcome","recipient":"ada"}""", 10001)]
    [InlineData("""{"recipient":{"contactKey":"ada","to":"ada@example.com"}}""", 109107)]
    public async Task A_wrong_request_is_400(string body, int code)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.PostAsync("messaging/v1/email/messages/k1", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(code, response.ErrorCode);
    }

    [Fact]
    public async Task A_duplicate_key_is_400_with_the_code_of_the_recipient()
    {
        using var host = await SandboxHost.StartAsync();
        await host.PostAsync("messaging/v1/email/messages/k1", Bodies.One(Recipient));

        var response = await host.PostAsync("messaging/v1/email/messages/k1", Bodies.One(Recipient));

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(109103, response.ErrorCode);
        Assert.Equal(109110, response.Responses.Single().GetProperty("errorcode").GetInt32());
    }

    [Fact]
    public async Task A_key_over_100_characters_is_109108()
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.PostAsync(
            $"messaging/v1/email/messages/{new string('k', 101)}", Bodies.One(Recipient));

        Assert.Equal(109108, response.Responses.Single().GetProperty("errorcode").GetInt32());
    }
}
