using System.Net;
using System.Text;
using System.Text.Json;
using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Messages;

public class SendRequestReaderTests
{
    [Fact]
    public async Task A_request_takes_2000_recipients_and_no_more()
    {
        using var host = await SandboxHost.StartAsync();
        string[] recipients = [.. Enumerable.Range(0, 2001).Select(i => Bodies.Email($"k{i}"))];

        var tooMany = await host.SendEmailsAsync(recipients);
        var full = await host.SendEmailsAsync(recipients[..2000]);

        Assert.Equal(HttpStatusCode.BadRequest, tooMany.Status);
        Assert.Equal(109101, tooMany.ErrorCode);
        Assert.Equal(0, full.ErrorCode);
        Assert.Equal(2000, host.Sandbox.Counters.EmailAccepted);
    }

    [Theory]
    [InlineData("""{"recipients":[{"contactKey":"a","to":"a@b"}]}""", 109107)]
    [InlineData("""{"definitionKey":"","recipients":[{"contactKey":"a","to":"a@b"}]}""", 109107)]
    [InlineData("""{"definitionKey":7,"recipients":[{"contactKey":"a","to":"a@b"}]}""", 10001)]
    [InlineData("""{"definitionKey":"welcome"}""", 109102)]
    [InlineData("""{"definitionKey":"welcome","recipients":null}""", 109102)]
    [InlineData("""{"definitionKey":"welcome","recipients":[]}""", 109102)]
    [InlineData("""{"definitionKey":"welcome","recipients":{}}""", 10001)]
    [InlineData("""{"definitionKey":"welcome","recipients":["a"]}""", 10001)]
    [InlineData("""{"definitionKey":"welcome","recipients":[{"contactKey":"a","to":"a@b"}],"attributes":[]}""", 10001)]
    [InlineData("""{"definitionKey":"welcome","recipients":[{"contactKey":"a","to":"a@b"}],"extra":1}""", 109122)]
    [InlineData("""{"definitionKey":"welcome","recipients":[{"contactKey":"a","to":"a@b","email":"x"}]}""", 109122)]
    [InlineData("""{"definitionKey":"welcome","recipients":[{"contactKey":"a","to":"a@b"}],"content":{}}""", 109122)]
    [InlineData("""["not an object"]""", 10001)]
    [InlineData("""{"definitionKey":"welcome","recipients":[{"contactKey":"a" "to":"a@b"}]}""", 10003)]
    [InlineData("""{"definitionKey":"welcome","recipients":[{"contactKey":"a","to":"a@b"}]} more""", 10003)]
    [InlineData("""{"definitionKey":"welcome","recipients":[{"contactKey":"a","to":"a@b"}""", 10003)]
    [InlineData("""{"definitionKey":"\ud800"}""", 10003)]
    [InlineData("", 10003)]
    public async Task A_wrong_request_is_400_and_nothing_of_it_is_kept(string body, int code)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.PostAsync("messaging/v1/email/messages", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(code, response.ErrorCode);
        Assert.True(response.Json.TryGetProperty("documentation", out _));
        Assert.Empty(host.Sandbox.GetMessages());
    }

    [Fact]
    public async Task Recipient_without_a_key_in_the_path_is_an_unknown_field_with_the_text_of_the_service()
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.PostAsync("messaging/v1/email/messages", Bodies.One(Bodies.Email("k1")));

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(109122, response.ErrorCode);
        Assert.Equal(
            "MCMS_UTM_Validation_UnknownFieldName: Unrecognized email field name 'recipient'", response.Message);
    }

    [Fact]
    public async Task A_strict_sandbox_refuses_a_definition_it_does_not_know()
    {
        using var host = await SandboxHost.StartAsync(strictKeys: ["receipt"]);

        var unknown = await host.SendEmailsAsync(Bodies.Email("k1"));
        var known = await host.PostAsync(
            "messaging/v1/email/messages",
            $$"""{"definitionKey":"receipt","recipients":[{{Bodies.Email("k1")}}]}""");

        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Equal(109111, unknown.ErrorCode);
        Assert.Equal(HttpStatusCode.Accepted, known.Status);
    }

    [Theory]
    [InlineData("""{"resubscribe":"yes"}""", 109114)]
    [InlineData("""{"keyword":"X"}""", 109122)]
    public async Task Wrong_sms_subscriptions_are_400(string subscriptions, int code)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.PostAsync("messaging/v1/sms/messages", $$"""
            {"definitionKey":"code","recipients":[{{Bodies.Sms("k1")}}],"subscriptions":{{subscriptions}}}
            """);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(code, response.ErrorCode);
    }

    [Fact]
    public async Task A_body_over_4_MB_is_413_and_one_of_4_MB_is_taken()
    {
        using var host = await SandboxHost.StartAsync();
        var body = Bodies.Many(Bodies.Email("k1"));
        var limit = body + new string(' ', (4 * 1024 * 1024) - body.Length);

        var tooLarge = await host.PostAsync("messaging/v1/email/messages", limit + " ");
        var full = await host.PostAsync("messaging/v1/email/messages", limit);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.Status);
        Assert.Contains("4 MB", tooLarge.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Accepted, full.Status);
    }

    [Fact]
    public async Task A_body_not_announced_as_JSON_is_415()
    {
        using var host = await SandboxHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "messaging/v1/email/messages");
        request.Content = new StringContent(Bodies.Many(Bodies.Email("k1")), Encoding.UTF8, "text/plain");

        var response = await host.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.Status);
        Assert.Empty(host.Sandbox.GetMessages());
    }

    [Theory]
    [InlineData("messaging/v1/push/messages")]
    [InlineData("messaging/v1/email")]
    [InlineData("messaging//v1/email/messages")]
    [InlineData("nowhere")]
    public async Task An_unknown_path_is_404(string path)
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.PostAsync(path, Bodies.Many(Bodies.Email("k1")));

        Assert.Equal(HttpStatusCode.NotFound, response.Status);
        Assert.Equal(JsonValueKind.Object, response.Json.ValueKind);
    }

    [Fact]
    public async Task A_wrong_method_is_405_and_names_the_right_one()
    {
        using var host = await SandboxHost.StartAsync();

        var response = await host.GetAsync("v2/token");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.Status);
        Assert.Equal("POST", response.Headers["Allow"]);
    }
}
