using McMessaging.Fuzz.Tests.Support;
using McMessaging.Journal;

namespace McMessaging.Fuzz.Tests.Journals;

/// <summary>Damaged journals: refused in words, or read as they were written.</summary>
public sealed class JournalFuzzTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mcmessaging-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task No_key_is_accepted_that_was_not_and_nothing_but_words_comes_of_damage()
    {
        var corpus = Corpus.Of("journals");
        var accepted = corpus.SelectMany(AcceptedIn).ToHashSet();
        var path = Path.Combine(_folder, "run.journal");

        await Fuzzing.RunAsync("journals", async (mutator, input) =>
        {
            input.Bytes = mutator.Damage(corpus);
            await File.WriteAllBytesAsync(path, input.Bytes);
            foreach (var key in await KeysTakenAsync(path))
            {
                Assert.Contains(key, accepted);
            }
        });
    }

    private static async Task<List<string>> KeysTakenAsync(string path)
    {
        var header = new JournalHeader(
            "run-1", MessageChannel.Email, "w", "127.0.0.1", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        var file = new JournalFile(path, stream => (stream, () => { }), _ => { });
        try
        {
            await using var journal = await SendJournal.OpenAsync(
                file, header, isRunIdGiven: true, new VirtualTime(), CancellationToken.None);
            return [.. Enumerable.Range(0, 100).Select(i => "k" + i).Where(key => IsAccepted(journal, key))];
        }
        catch (McException exception)
        {
            Assert.DoesNotContain('\n', exception.Message);
            return [];
        }
    }

    private static bool IsAccepted(SendJournal journal, string key) =>
        journal.TryFind(key, out var mark)
        && mark.State == JournalState.Accepted
        && journal.Details(mark).State == JournalState.Accepted;

    private static IEnumerable<string> AcceptedIn(byte[] journal) =>
        System.Text.Encoding.UTF8.GetString(journal)
            .Split('\n')
            .Where(line => line.Contains("\"outcome\":\"Accepted\"", StringComparison.Ordinal))
            .Select(line => line.Split("\"key\":\"")[1].Split('"')[0]);
}
