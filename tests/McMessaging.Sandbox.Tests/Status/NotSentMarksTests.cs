using McMessaging.Sandboxing.Tests.Support;

namespace McMessaging.Sandboxing.Tests.Status;

public class NotSentMarksTests
{
    [Theory]
    [InlineData("notsent@example.com", 24)]
    [InlineData("NotSent.ada@example.com", 24)]
    [InlineData("notsent-16@example.com", 16)]
    [InlineData("notsent-33x@example.com", 33)]
    [InlineData("notsent-@example.com", 24)]
    [InlineData("bounce@example.com", 2)]
    [InlineData("badattribute@example.com", 16)]
    [InlineData("blackout@example.com", 25)]
    [InlineData("ada.bounce@example.com", null)]
    public async Task An_email_address_chooses_the_code(string address, int? code)
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendEmailsAsync(Bodies.Email("k1", to: address));

        Assert.Equal(code, await StatusCodeAsync(host, "email"));
    }

    [Theory]
    [InlineData("notsent", "15555551234", 2502)]
    [InlineData("notsent-4500", "15555551234", 4500)]
    [InlineData("ada", "15550004505", 4505)]
    [InlineData("ada", "+15550000016", 16)]
    [InlineData("ada", "155500045050", null)]
    [InlineData("ada", "15555551234", null)]
    public async Task A_contact_key_or_a_number_chooses_the_code_of_an_sms(string contactKey, string number, int? code)
    {
        using var host = await SandboxHost.StartAsync();
        await host.SendSmsAsync($$"""{"contactKey":"{{contactKey}}","to":"{{number}}","messageKey":"k1"}""");

        Assert.Equal(code, await StatusCodeAsync(host, "sms"));
    }

    [Theory]
    [InlineData(0, 24)]
    [InlineData(25, 25)]
    public async Task A_fault_leaves_messages_unsent_with_the_code_it_is_given(int notSentCode, int code)
    {
        using var host = await SandboxHost.StartAsync(new SandboxFaults { NotSent = 1, NotSentCode = notSentCode });
        await host.SendEmailsAsync(Bodies.Email("k1"));

        Assert.Equal(code, await StatusCodeAsync(host, "email"));
    }

    private static async Task<int?> StatusCodeAsync(SandboxHost host, string channel)
    {
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var response = await host.GetAsync($"messaging/v1/{channel}/messages/k1");
        return response.Json.GetProperty("info").TryGetProperty("statusCode", out var code) ? code.GetInt32() : null;
    }
}
