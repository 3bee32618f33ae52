using System.Text.Json;
using System.Text.RegularExpressions;
using McMessaging.Cli.Tests.Input;

namespace McMessaging.Cli.Tests.Programs;

public sealed partial class SampleTests
{
    [Fact]
    public async Task The_three_files_hold_the_same_people()
    {
        var csv = await ReadAsync("recipients.csv");

        Assert.Equal(300, csv.Count);
        Assert.Equal(csv, await ReadAsync("recipients.json"));
        Assert.Equal(csv, await ReadAsync("recipients.jsonl"));
    }

    [Fact]
    public async Task No_address_and_no_number_is_a_real_one()
    {
        var email = await ReadAsync("recipients.csv");
        var sms = await ReadAsync("sms-recipients.csv");

        Assert.All(email, person => Assert.Matches(ReservedAddress(), person[1]));
        Assert.All(sms, person => Assert.Matches(FictionalNumber(), person[1]));
        Assert.Equal(300, email.Select(person => person[1]).Distinct().Count());
    }

    [Theory]
    [InlineData("email-request.json", "2FA_order_accounts")]
    [InlineData("sms-request.json", "account_rest")]
    public async Task Request_bodies_are_valid_JSON_with_two_recipients(string name, string definitionKey)
    {
        using var body = JsonDocument.Parse(await File.ReadAllTextAsync(Repository.Sample(name)));

        Assert.Equal(definitionKey, body.RootElement.GetProperty("definitionKey").GetString());
        Assert.Equal(2, body.RootElement.GetProperty("recipients").GetArrayLength());
    }

    private static async Task<List<string[]>> ReadAsync(string name) =>
        await InputText.ReadAsync(await File.ReadAllTextAsync(Repository.Sample(name)));

    [GeneratedRegex(@"^To=[a-z]+\.\d+@example\.(com|org|net)$")]
    private static partial Regex ReservedAddress();

    [GeneratedRegex(@"^To=1555555\d{4}$")]
    private static partial Regex FictionalNumber();
}
