using System.Globalization;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Journal;

/// <summary>One journal is one run: it is taken up by accident neither too late nor for another input.</summary>
public sealed class JournalLifeTests : JournalTest
{
    private static readonly object[] People = [Person("k1"), Person("k2"), Person("k3")];

    [Fact]
    public async Task A_finished_journal_is_not_taken_up_for_the_next_night()
    {
        await RunAsync(Options, People);
        Service.Requests.Clear();

        (var host, var error) = await RunAsync(WithoutRunId, People);

        Assert.Equal(("JournalFinished", McErrorCategory.InvalidOperation), (error?.ErrorId, error?.Category));
        var began = VirtualTime.Start.ToString("u", CultureInfo.InvariantCulture);
        Assert.Contains($"'run-1', which began {began}", error!.Message, StringComparison.Ordinal);
        Assert.Contains("new file", error.Message, StringComparison.Ordinal);
        Assert.Contains("-RunId 'run-1'", error.Message, StringComparison.Ordinal);
        Assert.Empty(host.Results);
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task A_run_that_is_named_is_taken_up_after_its_end_too()
    {
        await RunAsync(Options, People);
        Time.Advance(TimeSpan.FromDays(30));

        (var host, var error) = await RunAsync(Options, People);

        Assert.Null(error);
        Assert.Equal("(AlreadyAccepted) (AlreadyAccepted) (AlreadyAccepted)", Outcomes(host));
    }

    [Fact]
    public async Task A_run_whose_recipients_were_all_taken_or_refused_is_finished_even_if_resumed()
    {
        await LeaveUnfinishedAsync();
        await RunAsync(WithoutRunId, [.. People, Person("bad4")]);

        (_, var error) = await RunAsync(WithoutRunId, People);

        Assert.Equal("JournalFinished", error?.ErrorId);
    }

    [Fact]
    public async Task Lines_after_the_end_of_a_run_open_it_again()
    {
        await RunAsync(Options, People);
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(Options, [.. People, Person("k4")]);
        Service.FaultBefore = _ => null;

        (var host, var error) = await RunAsync(WithoutRunId, [.. People, Person("k4")]);

        Assert.Null(error);
        Assert.Equal("(AlreadyAccepted) (AlreadyAccepted) (AlreadyAccepted) Accepted", Outcomes(host));
    }

    [Fact]
    public async Task A_run_that_was_stopped_is_not_finished()
    {
        using var stop = new CancellationTokenSource();
        using var connection = await Sends.ConnectAsync(Service, Time);
        await using (var operation = await SendOperation.StartAsync(
            connection, WithoutRunId, new DictionaryReader(), new RecordingHost(), stop.Token))
        {
            await operation.AddAsync(People[0]);
            await operation.AddAsync(People[1]);
            Service.OnRequest = _ => stop.Cancel();
            await operation.CompleteAsync();
        }

        Assert.False((await SendJournalInfo.ReadAsync(JournalPath, default)).Finished);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData((12 * 60) - 1, null)]
    [InlineData(12 * 60, "JournalNotRecent")]
    [InlineData(48 * 60, "JournalNotRecent")]
    public async Task A_journal_that_was_last_written_12_hours_ago_is_not_taken_up(int minutes, string? id)
    {
        await LeaveUnfinishedAsync();
        Time.Advance(TimeSpan.FromMinutes(minutes));

        (var host, var error) = await RunAsync(WithoutRunId, People);

        Assert.Equal(id, error?.ErrorId);
        Assert.Equal(id is null ? "Accepted Accepted Accepted" : "", Outcomes(host));
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(11, "JournalNotRecent")]
    [InlineData(24 * 60, "JournalNotRecent")]
    public async Task A_journal_from_the_future_is_not_taken_up(int minutes, string? id)
    {
        Time.Advance(TimeSpan.FromMinutes(minutes));
        await LeaveUnfinishedAsync();

        var run = () => Sends.RunAsync(Service, WithoutRunId, People, new VirtualTime());

        if (id is null)
        {
            Assert.Equal("Accepted Accepted Accepted", Outcomes(await run()));
        }
        else
        {
            Assert.Equal(id, (await Assert.ThrowsAsync<McException>(run)).ErrorId);
        }
    }

    [Fact]
    public async Task Its_information_tells_whether_it_is_finished_and_when_it_was_last_written()
    {
        await LeaveUnfinishedAsync();
        var before = await SendJournalInfo.ReadAsync(JournalPath, default);
        Time.Advance(TimeSpan.FromHours(1));
        await RunAsync(WithoutRunId, People);

        var after = await SendJournalInfo.ReadAsync(JournalPath, default);

        Assert.Equal((false, true), (before.Finished, after.Finished));
        Assert.Equal(TimeSpan.Zero, before.LastWrittenAt - before.CreatedAt);
        Assert.Equal(TimeSpan.FromHours(1), after.LastWrittenAt - after.CreatedAt);
    }

    private async Task LeaveUnfinishedAsync()
    {
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(WithoutRunId, People);
        Service.FaultBefore = _ => null;
        Service.Requests.Clear();
    }
}
