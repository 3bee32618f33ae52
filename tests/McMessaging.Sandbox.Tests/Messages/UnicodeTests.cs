using System.Net;
using System.Text;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Messages;

/// <summary>Text that is not Unicode is refused by every route, never stored.</summary>
public class UnicodeTests
{
    private const string Recipient = """{"contactKey":"a","messageKey":"k","attributes":{"Name":"x"}}""";

    [Theory]
    [InlineData("""{"contactKey":"\ud800"}""")]
    [InlineData("""{"contactKey":"a","to":"\udfff@example.com"}""")]
    [InlineData("""{"contactKey":"a","messageKey":"\ud800\ud800"}""")]
    [InlineData("""{"contactKey":"a","attributes":{"\ud800":"x"}}""")]
    [InlineData("""{"contactKey":"a","attributes":{"x":"\udc00\ud800"}}""")]
    public async Task A_lone_surrogate_in_a_recipient_is_400(string recipient)
    {
        using var host = await SandboxHost.StartAsync();

        AssertRefused(host, await host.SendEmailsAsync(recipient));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_400()
    {
        using var host = await SandboxHost.StartAsync();
        var body = Encoding.UTF8.GetBytes(Bodies.Many(Recipient));
        body[Array.IndexOf(body, (byte)'x')] = 0xFF;
        using var request = new HttpRequestMessage(HttpMethod.Post, "messaging/v1/email/messages");
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new("application/json");

        AssertRefused(host, await host.SendAsync(request));
    }

    [Theory]
    [InlineData("%FF")]
    [InlineData("a%ED%A0%80")]
    public async Task A_key_in_the_address_that_is_no_text_is_400(string key)
    {
        using var host = await SandboxHost.StartAsync();

        AssertRefused(host, await host.PostAsync(
            $"messaging/v1/email/messages/{key}", Bodies.One("""{"contactKey":"a"}""")));
    }

    [Theory]
    [InlineData("""{"To":{"Address":"a\ud800@example.com","SubscriberKey":"a"}}""")]
    [InlineData("""{"To":{"Address":"a@example.com","SubscriberKey":"\ud800"}}""")]
    [InlineData(
        """
        {"To":{"Address":"a@b.c","SubscriberKey":"a","ContactAttributes":{"SubscriberAttributes":{"x":"\ud800"}}}}
        """)]
    public async Task A_lone_surrogate_in_a_triggered_send_is_400(string body)
    {
        using var host = await SandboxHost.StartAsync();

        AssertRefused(host, await host.TriggerAsync(body));
    }

    [Fact]
    public async Task Surrogates_in_pairs_are_taken()
    {
        using var host = await SandboxHost.StartAsync();

        await host.SendEmailsAsync("""{"contactKey":"a","messageKey":"k","attributes":{"x":"\ud83d\ude00"}}""");

        Assert.Equal("😀", host.Sandbox.GetMessages().Single().Attributes["x"]);
    }

    private static void AssertRefused(SandboxHost host, Response response)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(10003, response.ErrorCode);
        Assert.Empty(host.Sandbox.GetMessages());
    }
}
