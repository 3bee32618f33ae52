using McMessaging.Sandboxing.Inbox;
using McMessaging.Sandboxing.Tests.Support;
using McMessaging.Sandboxing.Tokens;

namespace McMessaging.Sandboxing.Tests.Inbox;

public class FirstMessageTests
{
    [CurlTheory]
    [InlineData(null)]
    [InlineData("it's $HOME")]
    public async Task The_curl_command_sends_a_message(string? secret)
    {
        using var sandbox = Sandbox.Start(new SandboxOptions { ClientId = "the 'client'", ClientSecret = secret });
        var first = new FirstMessage(sandbox.Uri, sandbox.Services.Credentials, "it's welcome");

        await CurlShell.RunAsync(first.Curl(), secret);

        var message = Assert.Single(sandbox.GetMessages());
        Assert.True(message.Accepted);
        Assert.Equal("ada@example.com", message.To);
    }

    [Fact]
    public void A_quote_in_a_name_ends_no_text_of_a_command()
    {
        var commands = new FirstMessage(
            new Uri("http://127.0.0.1:1/"),
            ClientCredentials.From(new SandboxOptions { ClientId = "o'neil" }),
            "it's").Commands;

        Assert.Contains("::new('o''neil', $secret)", commands["PowerShell"], StringComparison.Ordinal);
        Assert.Contains("Send-McEmail 'it''s'", commands["PowerShell"], StringComparison.Ordinal);
        Assert.Contains("""SFMC_CLIENT_ID='o'\''neil'""", commands["mcmsg"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commands_name_this_sandbox_and_a_definition_it_has()
    {
        using var host = await SandboxHost.StartAsync(strictKeys: ["invoice"]);

        var commands = (await host.GetFromInboxAsync("setup")).Json.GetProperty("commands");

        foreach (var command in commands.EnumerateObject())
        {
            Assert.Contains(host.Sandbox.Uri.ToString(), command.Value.GetString(), StringComparison.Ordinal);
            Assert.Contains("invoice", command.Value.GetString(), StringComparison.Ordinal);
        }
    }

    private sealed class CurlTheoryAttribute : TheoryAttribute
    {
        public CurlTheoryAttribute() => Skip = DisplayName = CurlShell.Missing;
    }
}
