using System.Text;
using System.Text.Json;
using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Sending;

public sealed class SendHandlerColumnsTests : SandboxTest
{
    private const string German =
        "kunde_id;e-mail;Vorname\n4711; jörg@example.com ;Jörg\n4712;anna@example.com;Änne\n";

    [Fact]
    public async Task A_file_of_another_country_is_read_with_its_delimiter_encoding_and_columns()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var input = Folder.PathOf("kunden.csv");
        await File.WriteAllBytesAsync(input, Encoding.GetEncoding("windows-1252").GetBytes(German));

        Assert.Equal(0, await Console.SendEmailAsync(
            input,
            "--delimiter", ";", "--encoding", "windows-1252",
            "--contact-key", "kunde_id", "--to", "E-Mail", "--attributes", "Vorname"));

        var messages = Sandbox.GetMessages("Email");
        Assert.Equal(["4711", "4712"], messages.Select(message => message.ContactKey));
        Assert.Equal(["jörg@example.com", "anna@example.com"], messages.Select(message => message.To));
        Assert.Equal(["Jörg", "Änne"], messages.Select(message => message.Attributes["Vorname"]));
    }

    [Theory]
    [InlineData("kunde_id,e-mail\n1,a@example.com\n", "Found: 'kunde_id', 'e-mail'.", "--contact-key")]
    [InlineData("ContactKey;To\n1;a@example.com\n", "Found: 'ContactKey;To'.", "--delimiter \";\"")]
    [InlineData("ContactKey\tTo\n1\ta@example.com\n", "Found: 'ContactKey?To'.", "--delimiter tab")]
    public async Task Columns_that_do_not_fit_are_told_with_those_that_were_found(
        string text, string found, string option)
    {
        Assert.Equal(2, await Console.SendEmailAsync(Folder.Write("people.csv", text)));

        Assert.Contains(found, Console.Error, StringComparison.Ordinal);
        Assert.Contains(option, Console.Error, StringComparison.Ordinal);
        Assert.Equal(0, Sandbox.Counters.Requests);
    }

    [Fact]
    public async Task A_chosen_column_that_is_not_there_is_told_before_anything_is_sent()
    {
        var input = Folder.Write("people.csv", "ContactKey,To\n1,a@example.com\n");

        Assert.Equal(2, await Console.SendEmailAsync(input, "--attributes", "Vorname"));

        Assert.Contains("no column 'Vorname'. Found: 'ContactKey', 'To'.", Console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_not_in_the_given_encoding_is_told()
    {
        var input = Folder.PathOf("people.csv");
        await File.WriteAllBytesAsync(input, [.. "ContactKey,To\n"u8, 0xE9, .. ",a@example.com\n"u8]);

        Assert.Equal(2, await Console.SendEmailAsync(input, "--encoding", "us-ascii"));

        Assert.Contains("Check --encoding.", Console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_serves_as_contact_key_where_it_is_told_to()
    {
        var input = Folder.Write("people.csv", "Email\na@example.com\n");

        Assert.Equal(0, await Console.SendEmailAsync(input, "--use-address-as-contact-key"));

        Assert.Equal("a@example.com", Assert.Single(Sandbox.GetMessages("Email")).ContactKey);
    }

    [Fact]
    public async Task Its_own_results_are_no_input()
    {
        var input = Folder.Write("people.csv", "ContactKey,To\n1,a@example.com\n");
        var results = Folder.PathOf("results.jsonl");
        await Console.SendEmailAsync(input, "--output", results);

        Assert.Equal(1, await Console.SendEmailAsync(results));

        Assert.Contains("ResultIsNotARecipient", Console.Out, StringComparison.Ordinal);
        Assert.Single(Sandbox.GetMessages("Email"));
    }

    [Fact]
    public async Task A_dry_run_tells_malformed_addresses_and_counts_missing_ones()
    {
        var input = Folder.Write("people.csv", "ContactKey,To\n1,a@example.com\n2,nowhere\n3,\n");

        Assert.Equal(1, await Console.SendEmailAsync(input, "--dry-run"));

        var summary = new SummaryNumbers(Console.Out);
        Assert.Equal((2, 1, 1), (summary["Recipients"], summary["Rejected"], summary["Without address"]));
        Assert.Contains("109121", Console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_come_again_are_told()
    {
        var input = Folder.Write("people.csv", "ContactKey,To\n1,a@example.com\n1, a@example.com\n1,a@example.com\n");

        Assert.Equal(0, await Console.SendEmailAsync(input));

        Assert.Contains("2 recipients repeat", Console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advice_names_what_this_program_has()
    {
        var input = Folder.Write("people.csv", "ContactKey,To\n1,nowhere\n");

        await Console.SendEmailAsync(input);

        Assert.Contains("mcmsg errors", Console.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Get-McErrorInfo", Console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_has_the_place_of_its_recipient()
    {
        var input = Folder.Write("people.csv", "ContactKey,To\n1,a@example.com\n2,b@example.com\n");

        await Console.SendEmailAsync(input, "--output", "-");

        Assert.Equal(
            [1, 2],
            Console.OutLines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("Index").GetInt64()));
    }
}
