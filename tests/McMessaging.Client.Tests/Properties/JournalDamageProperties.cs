using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using McMessaging.Client.Tests.Support;
using McMessaging.Journal;

namespace McMessaging.Client.Tests.Properties;

/// <summary>
/// A journal that was damaged is told, or says what it said: nobody is sent to twice, nobody passes for accepted,
/// nobody is lost. <c>JOURNAL_DAMAGES</c> tries more than the usual number.
/// </summary>
public sealed class JournalDamageProperties : IDisposable
{
    private const int DamagesOfAJournal = 1000;
    private static readonly int Damages = int.Parse(
        Environment.GetEnvironmentVariable("JOURNAL_DAMAGES") ?? "20000", CultureInfo.InvariantCulture);

    private readonly string _folder = Directory.CreateTempSubdirectory("mcmessaging-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(MessageChannel.Email)]
    [InlineData(MessageChannel.Triggered)]
    public async Task A_run_that_takes_up_a_damaged_journal_sends_to_nobody_twice_and_is_right_about_everybody(
        MessageChannel channel)
    {
        for (var seed = 1; seed <= Damages / 100; seed++)
        {
            var random = new Random(seed);
            var killed = new KilledRun(channel, FolderOf(seed), random);
            await killed.BeginAsync();
            using var service = killed.Service();
            var host = new RecordingHost();
            var options = random.Next(2) == 0 ? killed.Options : killed.Options with { RunId = null };
            var error = await Record.ExceptionAsync(
                () => Sends.RunAsync(service, options, killed.People, host, new VirtualTime()));

            var what = $"seed {seed}, {killed.Damage}, {error?.Message}";
            Assert.True(error is null or McException, what);
            Assert.True(error is null ? host.Results.Count == killed.People.Count : service.Requests.Count == 0, what);
            Assert.All(
                host.Results, result => Assert.True(IsTrue(result, killed, service, channel), $"{what}: {result}"));
        }
    }

    [Fact]
    public async Task A_flipped_bit_or_a_lost_line_is_told_or_changes_nothing_but_the_last_line()
    {
        for (var seed = 1; seed <= Damages / DamagesOfAJournal; seed++)
        {
            var random = new Random(seed);
            var channel = random.Next(2) == 0 ? MessageChannel.Email : MessageChannel.Triggered;
            var killed = new KilledRun(channel, FolderOf(seed), random);
            var journal = await killed.WriteAsync();
            var keys = KeysOf(journal);
            var lines = journal.Count(b => b == '\n');
            string?[] truth = [null, Said(journal, keys), Said(WithoutLine(journal, lines - 1), keys)];
            for (var i = 0; i < DamagesOfAJournal; i++)
            {
                var damaged = i % 10 == 0 ? WithoutLine(journal, random.Next(lines)) : Flipped(journal, random);

                Assert.True(truth.Contains(Said(damaged, keys)), $"seed {seed}, damage {i}");
            }
        }
    }

    private static bool IsTrue(RecipientResult result, KilledRun killed, KeyedService service, MessageChannel channel)
    {
        var takenBefore = killed.TakenContacts.Contains(result.ContactKey!);
        var takenNow = service.Accepted.Count(message => message.ContactKey == result.ContactKey);
        return takenNow + (takenBefore ? 1 : 0) <= 1 && result.Outcome switch
        {
            SendOutcome.Accepted => takenNow == 1,
            SendOutcome.AlreadyAccepted => takenBefore,
            SendOutcome.Rejected => KilledRun.IsRefused(result.ContactKey!),
            SendOutcome.Unknown => channel == MessageChannel.Triggered,
            SendOutcome.Cancelled => service.Requests.Count == 0,
            _ => false,
        };
    }

    private static byte[] Flipped(byte[] journal, Random random)
    {
        byte[] flipped = [.. journal];
        flipped[random.Next(journal.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private static byte[] WithoutLine(byte[] journal, int number)
    {
        var lines = Encoding.UTF8.GetString(journal).Split('\n').ToList();
        lines.RemoveAt(number);
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    private static string[] KeysOf(byte[] journal) => [.. Encoding.UTF8.GetString(journal)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(line => JsonNode.Parse(line)!["intent"]?.AsArray().Select(key => key!.ToString()) ?? [])];

    // All that a run takes from a journal; null where it is refused.
    private static string? Said(byte[] journal, string[] keys)
    {
        try
        {
            using var stream = new MemoryStream(journal);
            var contents = new JournalReader("a.journal", stream, CancellationToken.None).Read();
            var marks = keys.Select(key => contents.Index.TryGet(key, out var mark) ? mark : default);
            return $"{contents.Header} {contents.IsFinished} {contents.LastWrittenAt:O} {string.Join(' ', marks)}";
        }
        catch (McException exception) when (exception.ErrorId is "JournalDamaged" or "NotAJournal")
        {
            return null;
        }
    }

    private string FolderOf(int seed) => Directory.CreateDirectory(Path.Combine(_folder, $"{seed}")).FullName;
}
