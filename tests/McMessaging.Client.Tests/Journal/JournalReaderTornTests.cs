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
            Assert.Equal(5, SendJournalInfo.Read(JournalPath).Accepted);
        }
    }

    [Fact]
    public async Task What_was_torn_off_is_overwritten_when_the_run_goes_on_and_not_before()
    {
        await RunAsync(Options, Person("k1"));
        var whole = await File.ReadAllBytesAsync(JournalPath);
        byte[] torn = [.. whole, .. "{\"key\":\"k1\",\"outc"u8];
        await File.WriteAllBytesAsync(JournalPath, torn);

        await RunAsync(Options, Person("k1"));
        var untouched = await File.ReadAllBytesAsync(JournalPath);
        await RunAsync(Options, Person("k1"), Person("k2"));
        var resumed = await File.ReadAllBytesAsync(JournalPath);

        Assert.Equal(torn, untouched);
        Assert.Equal(whole, resumed[..whole.Length]);
        Assert.StartsWith(
            "{\"at\":", System.Text.Encoding.UTF8.GetString(resumed[whole.Length..]), StringComparison.Ordinal);
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
