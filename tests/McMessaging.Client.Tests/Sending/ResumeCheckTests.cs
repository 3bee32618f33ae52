using System.Text.Json.Nodes;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

/// <summary>A journal whose run is not named is taken up for the input that it was begun with.</summary>
public sealed class ResumeCheckTests : JournalTest
{
    private static readonly Recipient[] People = [.. Sends.People(40, withAttributes: true)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(32)]
    public async Task An_input_with_another_recipient_among_the_first_is_refused_and_nothing_is_sent(int place)
    {
        await LeaveUnfinishedAsync(People);
        object[] tomorrow = [.. People[..(place - 1)], .. Sends.People(100).Skip(60)];

        (var host, var error) = await RunAsync(WithoutRunId, tomorrow);

        Assert.Equal(("JournalOfAnotherInput", McErrorCategory.InvalidOperation), (error?.ErrorId, error?.Category));
        Assert.Contains($"place {place} ", error!.Message, StringComparison.Ordinal);
        Assert.Contains("-RunId '", error.Message, StringComparison.Ordinal);
        Assert.Empty(Service.Requests);
        Assert.Equal(place, host.Results.Count);
        Assert.All(host.Results, result => Assert.Equal(SendOutcome.Cancelled, result.Outcome));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    public async Task The_same_input_is_taken_up_whatever_the_size_of_its_batches(int batchSize)
    {
        await LeaveUnfinishedAsync(People);

        (var host, var error) = await RunAsync(WithoutRunId with { BatchSize = batchSize }, People);

        Assert.Null(error);
        Assert.Equal(People.Select(person => person.ContactKey), host.Results.Select(result => result.ContactKey));
        Assert.Equal(Enumerable.Range(1, 40).Select(i => (long)i), host.Results.Select(result => result.Index));
        Assert.Equal(40, Service.Taken.Count);
    }

    [Fact]
    public async Task An_input_that_ends_earlier_is_taken_up_as_far_as_it_goes()
    {
        await LeaveUnfinishedAsync(People);

        (var host, var error) = await RunAsync(WithoutRunId, People[..3]);

        Assert.Null(error);
        Assert.Equal("Accepted Accepted Accepted", Outcomes(host));
    }

    [Fact]
    public async Task A_place_that_holds_no_recipient_any_more_is_another_input()
    {
        await LeaveUnfinishedAsync(People);

        (var host, var error) = await RunAsync(WithoutRunId, [.. People[..4], "no recipient", .. People[5..]]);

        Assert.Equal("JournalOfAnotherInput", error?.ErrorId);
        Assert.Equal("Cancelled Cancelled Cancelled Cancelled Rejected", Outcomes(host));
    }

    [Fact]
    public async Task Where_the_input_is_another_nobody_is_told_what_the_journal_says_of_him()
    {
        Service.FaultBefore = request => request.Number == 2 ? Faults.Status(403)(request.Body) : null;
        await RunAsync(WithoutRunId, People[..4]);
        Service.FaultBefore = _ => null;
        Service.Requests.Clear();

        (var host, var error) = await RunAsync(WithoutRunId, [.. People[..2], .. People[10..12]]);

        Assert.Equal("JournalOfAnotherInput", error?.ErrorId);
        Assert.Equal("Cancelled Cancelled Cancelled", Outcomes(host));
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task Those_who_were_held_back_have_results_though_what_follows_cannot_be_read()
    {
        await LeaveUnfinishedAsync(People);
        var host = new RecordingHost();
        var options = WithoutRunId with { RejectedPath = FileAt("rejected.jsonl") };
        using var connection = await Sends.ConnectAsync(Service, Time);
        await using var operation = await SendOperation.StartAsync(
            connection, options, new FailingReader(), host, CancellationToken.None);
        await operation.AddAsync(People[0]);
        await operation.AddAsync(People[1]);

        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () => await operation.AddAsync("unreadable"));

        Assert.Equal([1L, 2L, 3L], host.Results.Select(result => result.Index));
        Assert.Equal(
            [People[0].ContactKey, People[1].ContactKey, null], host.Results.Select(result => result.ContactKey));
        Assert.Equal([People[0].To, People[1].To, null], RejectedAddresses(options.RejectedPath));
    }

    [Fact]
    public async Task Those_who_were_held_back_are_kept_as_they_came_where_they_are_not_sent()
    {
        await LeaveUnfinishedAsync(People);
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        var options = WithoutRunId with { RejectedPath = FileAt("rejected.jsonl") };

        await RunAsync(options, People);

        Assert.Equal(People.Select(person => person.To), RejectedAddresses(options.RejectedPath));
    }

    [Fact]
    public async Task Given_keys_that_come_again_every_night_do_not_make_it_the_same_input()
    {
        await LeaveUnfinishedAsync([.. Enumerable.Range(1, 5).Select(i => WithKey("today-" + i, "row-" + i))]);

        (_, var error) = await RunAsync(
            WithoutRunId, [.. Enumerable.Range(1, 5).Select(i => WithKey("tomorrow-" + i, "row-" + i))]);

        Assert.Equal("JournalOfAnotherInput", error?.ErrorId);
    }

    [Fact]
    public async Task What_a_resumed_run_reads_first_is_known_to_the_next_one()
    {
        await LeaveUnfinishedAsync(People[..1]);
        await LeaveUnfinishedAsync([People[0], People[1]]);

        (_, var error) = await RunAsync(WithoutRunId, [People[0], People[2]]);

        Assert.Equal("JournalOfAnotherInput", error?.ErrorId);
    }

    [Fact]
    public async Task Where_the_run_is_named_any_input_goes()
    {
        await LeaveUnfinishedAsync(People);
        var run = (await SendJournalInfo.ReadAsync(JournalPath, default)).RunId;

        (var host, var error) = await RunAsync(Options with { RunId = run }, [.. People.Reverse()]);

        Assert.Null(error);
        Assert.Equal(40, host.Results.Count(result => result.Outcome == SendOutcome.Accepted));
    }

    private static Recipient WithKey(string contactKey, string key) =>
        new() { ContactKey = contactKey, To = "a@example.com", MessageKey = key };

    private async Task LeaveUnfinishedAsync(object[] input)
    {
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(WithoutRunId, input);
        Service.FaultBefore = _ => null;
        Service.Requests.Clear();
    }

    private static IEnumerable<string?> RejectedAddresses(string path) =>
        File.ReadAllLines(path).Select(line => (string?)JsonNode.Parse(line)!["To"]);

    private sealed class FailingReader : DictionaryReader
    {
        public override bool TryRead(object? input, InputRecord record) =>
            input is "unreadable" ? throw new InvalidTimeZoneException() : base.TryRead(input, record);
    }
}
