using System.Text.Json.Nodes;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Journal;

/// <summary>A journal whose end was torn off when its run was killed.</summary>
public sealed class JournalReaderTornTests : JournalTest
{
    [Fact]
    public async Task Torn_at_any_byte_it_is_resumed_and_every_recipient_is_taken_once()
    {
        object[] people = [Person("k1"), Person("k2"), Person("k3"), Person("k4"), Person("k5")];
        await RunAsync(Options, people);
        var whole = await File.ReadAllBytesAsync(JournalPath);

        for (var length = 0; length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(JournalPath, whole[..length]);
            using var service = new KeyedService();
            service.Take(KeysOfIntents(whole[..length]));

            var host = await Sends.RunAsync(service, Options, people, Time);

            Assert.All(host.Results, result =>
                Assert.Contains(result.Outcome, new[] { SendOutcome.Accepted, SendOutcome.AlreadyAccepted }));
            Assert.Equal(5, host.Results.Count);
            Assert.Equal(["k1", "k2", "k3", "k4", "k5"], service.Taken.Order());
            Assert.All(Lines, line => Assert.IsType<JsonObject>(line));
            Assert.Equal(5, (await SendJournalInfo.ReadAsync(JournalPath, default)).Accepted);
        }
    }

    [Fact]
    public async Task What_was_torn_off_is_overwritten_when_the_run_goes_on_and_not_before()
    {
        await RunAsync(Options, Person("k1"));
        var whole = await File.ReadAllTextAsync(JournalPath);
        var torn = whole + "{\"n\":6,\"key\":\"k1\",\"outc";
        await File.WriteAllTextAsync(JournalPath, torn);

        await RunAsync(Options, Person("k1"));
        var untouched = await File.ReadAllTextAsync(JournalPath);
        await RunAsync(Options, Person("k1"), Person("k2"));
        var resumed = await File.ReadAllTextAsync(JournalPath);

        Assert.Equal(torn, untouched);
        Assert.StartsWith(whole + "{\"n\":6,\"first\":", resumed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_torn_end_that_is_longer_than_what_follows_nothing_stays()
    {
        await RunAsync(Options, Person("k1"));
        var torn = "{\"n\":6,\"at\":\"2026-01-02T03:04:05+00:00\",\"intent\":[\"" + new string('x', 10_000);
        await File.AppendAllTextAsync(JournalPath, torn);

        await RunAsync(Options, Person("k1"), Person("k2"));

        Assert.DoesNotContain("xx", await File.ReadAllTextAsync(JournalPath), StringComparison.Ordinal);
        Assert.Equal(2, (await SendJournalInfo.ReadAsync(JournalPath, default)).Accepted);
    }

    [Fact]
    public async Task A_last_line_that_only_lacks_its_end_counts_and_gets_it()
    {
        var options = Sends.Triggered() with { JournalPath = JournalPath };
        Service.FaultAfter = (_, _) => throw new HttpRequestException("reset");
        await RunAsync(options with { MaxRetryCount = 0 }, Person("k1"));
        var lines = await File.ReadAllLinesAsync(JournalPath);
        await File.WriteAllTextAsync(JournalPath, string.Join('\n', lines[..3]));
        Service.FaultAfter = (_, _) => null;
        Service.Requests.Clear();

        (var host, _) = await RunAsync(options, Person("k1"), Person("k2"));

        Assert.Contains("\"intent\":[\"k1\"]", lines[2], StringComparison.Ordinal);
        Assert.Equal("(Unknown) Accepted", Outcomes(host));
        Assert.Equal(1, (await SendJournalInfo.ReadAsync(JournalPath, default)).Accepted);
    }

    // The service can have seen only what was noted before its request: whole lines.
    private static string[] KeysOfIntents(byte[] journal)
    {
        var text = System.Text.Encoding.UTF8.GetString(journal);
        return [.. text[..(text.LastIndexOf('\n') + 1)]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!["intent"])
            .Where(intent => intent is not null)
            .SelectMany(intent => intent!.AsArray().Select(key => key!.ToString()))];
    }
}
