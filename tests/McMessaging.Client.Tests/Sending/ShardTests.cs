using McMessaging.Client.Tests.Support;
using McMessaging.Keys;

namespace McMessaging.Client.Tests.Sending;

/// <summary>Parts of an input, each sent by a run of its own.</summary>
public sealed class ShardTests : JournalTest
{
    private static readonly Recipient[] People = [.. Sends.People(100)];

    private SendOptions WithoutJournal => Options with { JournalPath = null };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public async Task All_shards_together_send_each_row_once_with_the_keys_of_the_whole(int count)
    {
        var whole = await Sends.RunAsync(new KeyedService(), WithoutJournal, People);
        var results = new List<RecipientResult>();
        for (var number = 1; number <= count; number++)
        {
            var host = new RecordingHost();
            var summary = await Sends.RunAsync(
                Service, WithoutJournal with { Shard = new SendShard(number, count) }, People, host, Time);
            Assert.Equal(100, summary.Total + summary.OtherShards);
            Assert.Equal(host.Results.Count, summary.Total);
            Assert.True(summary.AllAccepted);
            results.AddRange(host.Results);
        }

        Assert.Equal(
            whole.Results.Select(result => (result.Index, result.MessageKey)),
            results.OrderBy(result => result.Index).Select(result => (result.Index, result.MessageKey)));
        Assert.Equal(100, Service.Accepted.Count);
    }

    [Fact]
    public async Task Whose_row_it_is_depends_on_the_trimmed_contact_key_and_on_nothing_else()
    {
        object[] input =
        [
            new Recipient { ContactKey = "C", To = "a@example.com" },
            new Recipient { ContactKey = " C ", To = "b@example.com", MessageKey = "k" },
            new Recipient { ContactKey = "C", To = "no address" },
            new Recipient { ContactKey = "C", To = "a@example.com" },
        ];
        var counts = new List<int>();
        for (var number = 1; number <= 5; number++)
        {
            var host = new RecordingHost();
            var summary = await Sends.RunAsync(
                Service, WithoutJournal with { Shard = new SendShard(number, 5) }, input, host, Time);
            counts.Add(host.Results.Count);
            Assert.Equal(host.Results.Count == 0 ? 0 : 1, summary.Repeats);
        }

        Assert.Equal([0, 0, 0, 0, 4], counts.Order());
    }

    // A host of another version, or of another kind of processor, must count as this one does.
    [Theory]
    [InlineData("", 6)]
    [InlineData("contact-1", 6)]
    [InlineData("contact-2", 5)]
    [InlineData("contact1", 8)]
    [InlineData("contact-00000016", 6)]
    [InlineData("Jürgen", 1)]
    public void The_shard_of_a_contact_never_changes(string contactKey, int number) =>
        Assert.Equal(number, ShardOf(contactKey));

    [Theory]
    [InlineData("x", 170, 6)]
    [InlineData("x", 200, 1)]
    [InlineData("x", 600, 4)]
    [InlineData("😀", 100, 2)]
    public void Nor_does_that_of_a_contact_with_a_long_key(string character, int length, int number) =>
        Assert.Equal(number, ShardOf(string.Concat(Enumerable.Repeat(character, length))));

    [Fact]
    public void A_missing_contact_key_is_an_empty_one() => Assert.True(ContactShard.Holds(new SendShard(6, 8), null));

    [Fact]
    public async Task A_row_without_a_contact_key_is_told_by_one_shard()
    {
        var told = 0;
        for (var number = 1; number <= 3; number++)
        {
            (var host, _) = await RunAsync(
                WithoutJournal with { Shard = new SendShard(number, 3) }, new Recipient { To = "a@example.com" });
            told += host.Results.Count;
        }

        Assert.Equal(1, told);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_journal_of_another_shard_is_refused_and_the_header_says_whose_it_is(bool isRunIdGiven)
    {
        var options = isRunIdGiven ? Options : WithoutRunId;
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(options with { Shard = new SendShard(1, 2) }, [.. People]);
        Service.Requests.Clear();
        Assert.Equal("1/2", (await SendJournalInfo.ReadAsync(JournalPath, default)).Shard);

        foreach (var other in new[] { new SendShard(2, 2), new SendShard(1, 3), null })
        {
            var error = await Assert.ThrowsAsync<McException>(() => Sends.RunAsync(
                Service, options with { Shard = other }, People, new RecordingHost(), Time));
            Assert.Equal("JournalOfAnotherRun", error.ErrorId);
            Assert.Contains(
                $"belongs to shard 1/2; this run {(other is null ? "has no shard" : $"is shard {other}")}.",
                error.Message,
                StringComparison.Ordinal);
        }

        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task A_journal_without_a_shard_is_refused_to_one()
    {
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(Options, [.. People]);

        (_, var error) = await RunAsync(Options with { Shard = new SendShard(1, 8) }, [.. People]);

        Assert.Contains(
            "belongs to a run without shards; this run is shard 1/8.", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shards_journal_is_taken_up_for_the_same_input_only()
    {
        var options = WithoutRunId with { Shard = new SendShard(2, 4) };
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(options, [.. People]);
        Service.FaultBefore = _ => null;
        var ofOther = People.Take(32).Select((person, place) => (person, place))
            .First(each => !ContactShard.Holds(options.Shard!, each.person.ContactKey)).place;
        object[] changed = [.. People[..ofOther], .. Sends.People(200).Skip(150)];

        (_, var error) = await RunAsync(options, changed);
        Assert.Equal("JournalOfAnotherInput", error?.ErrorId);

        (var host, var none) = await RunAsync(options, [.. People]);
        Assert.Null(none);
        Assert.All(host.Results, result => Assert.Equal(SendOutcome.Accepted, result.Outcome));
        Assert.Equal(host.Results.Count, Service.Accepted.Count);
    }

    [Fact]
    public async Task Results_tell_how_many_rows_of_others_came_before()
    {
        (var host, _) = await RunAsync(
            WithoutJournal with { Shard = new SendShard(1, 4), BatchSize = 1000 }, [.. People]);

        Assert.Equal(100 - host.Results.Count, host.Results[^1].OtherShards);
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(4, 25)]
    public async Task Progress_expects_a_shard_to_have_its_part_of_all_rows(int count, int expected)
    {
        (var host, _) = await RunAsync(
            WithoutJournal with { Shard = new SendShard(1, count), TotalCount = 100 }, [.. People]);

        Assert.All(host.Progress, progress => Assert.Equal(expected, progress.Total));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("0/8")]
    [InlineData("9/8")]
    [InlineData("1/0")]
    [InlineData("-1/8")]
    [InlineData("1/8/2")]
    [InlineData("a/b")]
    [InlineData("1/99999999999")]
    public void What_is_no_shard_is_refused(string text) => Assert.Throws<FormatException>(() => SendShard.Parse(text));

    [Fact]
    public void A_shard_is_read_as_it_is_written() => Assert.Equal("3/8", SendShard.Parse("3/8").ToString());

    private static int ShardOf(string contactKey) =>
        Enumerable.Range(1, 8).Single(number => ContactShard.Holds(new SendShard(number, 8), contactKey));
}
