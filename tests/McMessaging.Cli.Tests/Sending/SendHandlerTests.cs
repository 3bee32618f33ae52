using System.Text.Json;
using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Sending;

public sealed class SendHandlerTests : IDisposable
{
    private static readonly string Recipients = Repository.Sample("recipients.csv");
    private readonly Sandbox _sandbox = Sandbox.Start(new SandboxOptions());
    private readonly TestFolder _folder = new();
    private readonly TestConsole _console = new();

    public SendHandlerTests() => _console.With(_sandbox);

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
        _sandbox.Dispose();
    }

    [Theory]
    [InlineData("recipients.csv")]
    [InlineData("recipients.json")]
    [InlineData("recipients.jsonl")]
    public async Task All_formats_send_the_same_300_recipients(string sample)
    {
        var exitCode = await _console.SendEmailAsync(Repository.Sample(sample));

        Assert.Equal(0, exitCode);
        Assert.Empty(_console.Error);
        Assert.Equal(300, _sandbox.Counters.EmailAccepted);
        var hindi = Assert.Single(_sandbox.GetMessages(), message => message.ContactKey == "C0011");
        Assert.Equal("ananya.11@example.net", hindi.To);
        Assert.Equal("अनन्या", hindi.Attributes["FirstName"]);
        Assert.Equal(["FirstName", "City", "Language", "OrderNumber", "Gift"], hindi.Attributes.Keys);
    }

    [Fact]
    public async Task A_pipe_gets_a_plain_summary_that_accounts_for_every_row()
    {
        await _console.SendEmailAsync(Recipients);

        var summary = new SummaryNumbers(_console.Out);
        Assert.Equal(300, summary["Recipients"]);
        Assert.Equal(300, summary["Accepted"]);
        Assert.Equal(1, summary["Requests"]);
        Assert.DoesNotContain('\u001b', _console.Out);
    }

    [Fact]
    public async Task Results_are_one_line_per_recipient_in_the_order_of_the_input()
    {
        var output = _folder.PathOf("results.jsonl");

        await _console.SendEmailAsync(Recipients, "--batch-size", "7", "--concurrency", "8", "--output", output);

        List<JsonElement> results = [.. File.ReadLines(output).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(Enumerable.Range(1, 300).Select(i => $"C{i:0000}"), results.Select(Text("ContactKey")));
        Assert.All(results, result => Assert.Equal("Accepted", result.GetProperty("Outcome").GetString()));
        Assert.Equal(
            _sandbox.GetMessages().Select(message => message.MessageKey).Order(),
            results.Select(Text("MessageKey")).Order());
    }

    [Fact]
    public async Task With_the_results_on_standard_output_the_summary_is_on_the_error_stream()
    {
        _console.StandardInput = "ContactKey,To\nA,a@example.com\nB,b@example.com\n";

        var exitCode = await _console.SendEmailAsync("-", "--output", "-");

        Assert.Equal(0, exitCode);
        Assert.Equal(2, _console.OutLines.Length);
        Assert.Empty(_console.Out);
        Assert.Contains("Recipients", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_a_contact_key_is_rejected_and_the_others_are_sent()
    {
        var input = _folder.Write("people.csv", "ContactKey,To\nA,a@example.com\n,b@example.com\nC,c@example.com\n");
        var output = _folder.PathOf("results.jsonl");

        var exitCode = await _console.SendEmailAsync(input, "--output", output);

        Assert.Equal(1, exitCode);
        Assert.Equal(2, _sandbox.Counters.EmailAccepted);
        Assert.Contains("1 x Rejected 109105", _console.Out, StringComparison.Ordinal);
        Assert.Contains("(recipient 2)", _console.Out, StringComparison.Ordinal);
        var rejected = JsonDocument.Parse(File.ReadLines(output).ElementAt(1)).RootElement;
        Assert.Equal("Rejected", rejected.GetProperty("Outcome").GetString());
        Assert.Equal("b@example.com", rejected.GetProperty("To").GetString());
    }

    [Fact]
    public async Task What_the_service_rejects_is_1_and_told()
    {
        _sandbox.SetFaults(new SandboxFaults { RejectRecipient = 1 });
        var input = _folder.Write("people.csv", "ContactKey,To\nA,a@example.com\nB,b@example.com\n");

        var exitCode = await _console.SendEmailAsync(input);

        Assert.Equal(1, exitCode);
        Assert.Contains("2 x Rejected 109121", _console.Out, StringComparison.Ordinal);
        Assert.Contains("--output FILE", _console.Out, StringComparison.Ordinal);
        Assert.StartsWith("mcmsg: ", _console.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("a@example.com", _console.Error + _console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attributes_of_the_request_reach_every_recipient()
    {
        _console.StandardInput = """{"ContactKey":"A","To":"a@example.com"}""";

        var exitCode = await _console.SendEmailAsync("-", "--attribute", "Season=Spring", "--attribute", "Formula=a=b");

        Assert.Equal(0, exitCode);
        var message = Assert.Single(_sandbox.GetMessages("email"));
        Assert.Equal("Spring", message.Attributes["Season"]);
        Assert.Equal("a=b", message.Attributes["Formula"]);
    }

    [Fact]
    public async Task The_values_of_JSON_become_texts()
    {
        _console.StandardInput = """
            [{"ContactKey":1,"To":"a@example.com","Points":1.50,
              "Vip":true,"Note":null,"Tags":[1, "ü"],"Home":{"City": "Łódź"}}]
            """;

        await _console.SendEmailAsync("-");

        var message = Assert.Single(_sandbox.GetMessages());
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
        var exitCode = await _console.RunAsync(
            "send", "sms", "--definition", "pickup", "--input", Repository.Sample("sms-recipients.csv"),
            "--text", "@you: your order is here", "--resubscribe");

        Assert.Equal(0, exitCode);
        Assert.Equal(30, _sandbox.Counters.SmsAccepted);
        Assert.All(_sandbox.GetMessages(), message => Assert.Equal("@you: your order is here", message.Text));
    }

    [Theory]
    [InlineData("--key", "order_shipped")]
    [InlineData("--id", "dfa5ab87-1b0f-e211-b71b-9c8e9920e9fc")]
    public async Task A_triggered_send_is_one_request_per_recipient(string option, string value)
    {
        var output = _folder.PathOf("results.jsonl");
        var input = _folder.Write("people.csv", "SubscriberKey,Address\nA,a@example.com\nB,b@example.com\n");

        var exitCode = await _console.RunAsync(
            "send", "triggered", option, value, "--input", input, "--from", "shop@example.com", "--from-name", "Shop",
            "--sync", "--output", output);

        Assert.Equal(0, exitCode);
        Assert.Equal(2, _sandbox.Counters.TriggeredAccepted);
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
            "--journal", _folder.PathOf("welcome.journal"), "--run-id", "spring",
        ];

        Assert.Equal(0, await _console.RunAsync(command));
        var requests = _sandbox.Counters.Requests;
        Assert.Equal(0, await _console.RunAsync(command));

        Assert.Equal(requests, _sandbox.Counters.Requests);
        Assert.Equal(300, _sandbox.Counters.EmailAccepted);
        var second = _console.Out[_console.Out.LastIndexOf("Sent", StringComparison.Ordinal)..];
        Assert.Equal(300, new SummaryNumbers(second)["Already accepted"]);
    }

    private static Func<JsonElement, string> Text(string name) => element => element.GetProperty(name).GetString()!;
}
