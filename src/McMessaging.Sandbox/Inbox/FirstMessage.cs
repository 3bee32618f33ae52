using System.Text.Json;
using McMessaging.Sandboxing.Tokens;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>Commands that send a message to this sandbox, each in one block to paste.</summary>
internal sealed class FirstMessage(Uri sandbox, ClientCredentials credentials, string definitionKey)
{
    private const string Address = "ada@example.com";

    /// <summary>Whether the secret was given, and so is not shown: the commands take it from the environment.</summary>
    public bool NeedsSecret => !credentials.IsSecretGenerated;

    public IReadOnlyDictionary<string, string> Commands => new Dictionary<string, string>
    {
        ["PowerShell"] = PowerShell(),
        ["mcmsg"] = Mcmsg(),
        ["curl"] = Curl(),
    };

    public string Curl()
    {
        var id = JsonSerializer.Serialize(credentials.ClientId);
        var secret = NeedsSecret
            ? "'\"$SFMC_CLIENT_SECRET\"'"
            : ShellEscape(JsonEncodedText.Encode(credentials.ClientSecret).ToString());
        var start = ShellEscape(
            $$"""{"grant_type":"client_credentials","client_id":{{id}},"client_secret":" """.Trim());
        var send = InShell(JsonSerializer.Serialize(new
        {
            definitionKey,
            recipients = new[]
            {
                new { contactKey = "ada", to = Address, attributes = new { FirstName = "Ada" } },
            },
        }));
        return $$"""
            token=$(curl -s {{sandbox}}v2/token -H 'Content-Type: application/json' \
              -d '{{start}}{{secret}}"}' | sed -E 's/.*"access_token":"([^"]+)".*/\1/')
            curl -s {{sandbox}}messaging/v1/email/messages -H "Authorization: Bearer $token" \
              -H 'Content-Type: application/json' \
              -d {{send}}
            """;
    }

    private string PowerShell()
    {
        var secret = NeedsSecret ? "$env:SFMC_CLIENT_SECRET" : InPowerShell(credentials.ClientSecret);
        return $$"""
            $secret = ConvertTo-SecureString {{secret}} -AsPlainText -Force
            $credential = [pscredential]::new({{InPowerShell(credentials.ClientId)}}, $secret)
            $null = Connect-McAccount -AuthBaseUri {{sandbox}} -Credential $credential
            $person = @{ ContactKey = 'ada'; To = '{{Address}}'; Attribute = @{ FirstName = 'Ada' } }
            Send-McEmail {{InPowerShell(definitionKey)}} @person
            """;
    }

    private string Mcmsg()
    {
        var secret = NeedsSecret ? "" : $"\nexport SFMC_CLIENT_SECRET={InShell(credentials.ClientSecret)}";
        return $$"""
            export SFMC_AUTH_BASE_URL={{sandbox}}
            export SFMC_CLIENT_ID={{InShell(credentials.ClientId)}}{{secret}}
            printf 'ContactKey,To,FirstName\nada,{{Address}},Ada\n' |
              mcmsg send email --definition {{InShell(definitionKey)}} --input - --format csv
            """;
    }

    private static string InPowerShell(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string InShell(string text) => $"'{ShellEscape(text)}'";

    private static string ShellEscape(string text) => text.Replace("'", "'\\''", StringComparison.Ordinal);
}
