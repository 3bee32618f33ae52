using System.Text.Json;
using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Sending;

public sealed class SendHandlerTests : SandboxTest
{
    private static readonly string Recipients = Repository.Sample("recipients.csv");

    [Theory]
    [InlineData("recipients.csv")]
    [InlineData("recipients.json")]
    [InlineData("recipients.jsonl")]
    public async Task All_formats_send_the_same_300_recipients(string sample)
    {
        var exitCode = await Console.SendEmailAsync(Repository.Sample(sample));

        Assert.Equal(0, exitCode);
        Assert.Empty(Console.Error);
        Assert.Equal(300, Sandbox.Counters.EmailAccepted);
        var hindi = Assert.Single(Sandbox.GetMessages(), message => message.ContactKey == "C0011");
        Assert.Equal("ananya.11@example.net", hindi.To);
        Assert.Equal("अनन्या", hindi.Attributes["FirstName"]);
        Assert.Equal(["FirstName", "City", "Language", "OrderNumber", "Gift"], hindi.Attributes.Keys);
    }

    [Fact]
    public async Task A_pipe_gets_a_plain_summary_that_accounts_for_every_row()
    {
        await Console.SendEmailAsync(Recipients);

        var summary = new SummaryNumbers(Console.Out);
        Assert.Equal(300, summary["Recipients"]);
        Assert.Equal(300, summary["Accepted"]);
        Assert.Equal(1, summary["Requests"]);
        Assert.DoesNotContain('\u001b', Console.Out);
    }

    [Fact]
    public async Task Results_are_one_line_per_recipient_in_the_order_of_the_input()
    {
        var output = Folder.PathOf("results.jsonl");

        await Console.SendEmailAsync(Recipients, "--batch-size", "7", "--concurrency", "8", "--output", output);

        List<JsonElement> results = [.. File.ReadLines(output).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(Enumerable.Range(1, 300).Select(i => $"C{i:0000}"), results.Select(Text("ContactKey")));
        Assert.All(results, result => Assert.Equal("Accepted", result.GetProperty("Outcome").GetString()));
        Assert.Equal(
            Sandbox.GetMessages().Select(message => message.MessageKey).Order(),
            results.Select(Text("MessageKey")).Order());
    }

    [Fact]
    public async Task With_the_results_on_standard_output_the_summary_is_on_the_error_stream()
    {
        Console.StandardInput = "ContactKey,To\nA,a@example.com\nB,b@example.com\n";

        var exitCode = await Console.SendEmailAsync("-", "--output", "-");

        Assert.Equal(0, exitCode);
        Assert.Equal(2, Console.OutLines.Length);
        Assert.Empty(Console.Out);
        Assert.Contains("Recipients", Console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_a_contact_key_is_rejected_and_the_others_are_sent()
    {
        var input = Folder.Write("people.csv", "ContactKey,To\nA,a@example.com\n,b@example.com\nC,c@example.com\n");
        var output = Folder.PathOf("results.jsonl");

        var exitCode = await Console.SendEmailAsync(input, "--output", output);

        Assert.Equal(1, exitCode);
        Assert.Equal(2, Sandbox.Counters.EmailAccepted);
        Assert.Contains("1 x Rejected 109105", Console.Out, StringComparison.Ordinal);
        Assert.Contains("(recipient 2)", Console.Out, StringComparison.Ordinal);
        var rejected = JsonDocument.Parse(File.ReadLines(output).ElementAt(1)).RootElement;
        Assert.Equal("Rejected", rejected.GetProperty("Outcome").GetString());
        Assert.Equal("b@example.com", rejected.GetProperty("To").GetString());
    }

    [Fact]
    public async Task What_the_service_rejects_is_1_and_told()
    {
        Sandbox.SetFaults(new SandboxFaults { RejectRecipient = 1 });
        var input = Folder.Write("people.csv", "ContactKey,To\nA,a@example.com\nB,b@example.com\n");

        var exitCode = await Console.SendEmailAsync(input);

        Assert.Equal(1, exitCode);
        Assert.Contains("2 x Rejected 109121", Console.Out, StringComparison.Ordinal);
        Assert.Contains("--output FILE", Console.Out, StringComparison.Ordinal);
        Assert.StartsWith("mcmsg: ", Console.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("a@example.com", Console.Error + Console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attributes_of_the_request_reach_every_recipient()
    {
        Console.StandardInput = """{"ContactKey":"A","To":"a@example.com"}""";

        var exitCode = await Console.SendEmailAsync("-", "--attribute", "Season=Spring", "--attribute", "Formula=a=b");

        Assert.Equal(0, exitCode);
        var message = Assert.Single(Sandbox.GetMessages("email"));
        Assert.Equal("Spring", message.Attributes["Season"]);
        Assert.Equal("a=b", message.Attributes["Formula"]);
    }

    [Fact]
    public async Task The_values_of_JSON_become_texts()
    {
        Console.StandardInput = """
            [{"ContactKey":1,"To":"a@example.com","Points":1.50,
              "Vip":true,"Note":null,"Tags":[1, "ü"],"Home":{"City": "Łódź"}}]
            """;

        await Console.SendEmailAsync("-");

        var message = Assert.Single(Sandbox.GetMessages());
        Assert.Equal("1", message.ContactKey);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Points"] = "1.50",
                ["Vip"] = "true",
                ["Tags"] = """[1,"ü"]""",
                ["Home"] = """{"City":"Łódź"}""",
            },
            message.Attributes);
    }

    [Fact]
    public async Task SMS_has_its_text()
    {
        var exitCode = await Console.RunAsync(
            "send", "sms", "--definition", "pickup", "--input", Repository.Sample("sms-recipients.csv"),
            "--text", "@you: your order is here", "--resubscribe");

        Assert.Equal(0, exitCode);
        Assert.Equal(30, Sandbox.Counters.SmsAccepted);
        Assert.All(Sandbox.GetMessages(), message => Assert.Equal("@you: your order is here", message.Text));
    }

    [Theory]
    [InlineData("--key", "order_shipped")]
    [InlineData("--id", "dfa5ab87-1b0f-e211-b71b-9c8e9920e9fc")]
    public async Task A_triggered_send_is_one_request_per_recipient(string option, string value)
    {
        var output = Folder.PathOf("results.jsonl");
        var input = Folder.Write("people.csv", "SubscriberKey,Address\nA,a@example.com\nB,b@example.com\n");

        var exitCode = await Console.RunAsync(
            "send", "triggered", option, value, "--input", input, "--from", "shop@example.com", "--from-name", "Shop",
            "--sync", "--output", output);

        Assert.Equal(0, exitCode);
        Assert.Equal(2, Sandbox.Counters.TriggeredAccepted);
        Assert.All(
            File.ReadLines(output).Select(line => JsonDocument.Parse(line).RootElement),
            result => Assert.NotEmpty(result.GetProperty("RecipientSendId").GetString()!));
    }

    [Fact]
    public async Task The_same_command_with_its_journal_sends_nothing_twice()
    {
        string[] command =
        [
            "send", "email", "--definition", "welcome", "--input", Recipients,
            "--journal", Folder.PathOf("welcome.journal"), "--run-id", "spring",
        ];

        Assert.Equal(0, await Console.RunAsync(command));
        var requests = Sandbox.Counters.Requests;
        Assert.Equal(0, await Console.RunAsync(command));

        Assert.Equal(requests, Sandbox.Counters.Requests);
        Assert.Equal(300, Sandbox.Counters.EmailAccepted);
        var second = Console.Out[Console.Out.LastIndexOf("Sent", StringComparison.Ordinal)..];
        Assert.Equal(300, new SummaryNumbers(second)["Already accepted"]);
    }

    private static Func<JsonElement, string> Text(string name) => element => element.GetProperty(name).GetString()!;
}
