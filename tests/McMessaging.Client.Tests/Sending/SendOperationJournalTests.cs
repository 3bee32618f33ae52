using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

/// <summary>What a run that is ended early leaves in its journal.</summary>
public sealed class SendOperationJournalTests : JournalTest
{
    [Fact]
    public async Task A_halt_while_the_journal_is_written_sends_nothing_and_the_journal_says_so()
    {
        var host = new RecordingHost();
        SendOperation? operation = null;
        var disk = new FailingDisk { OnKept = _ => operation!.Halt() };
        using var connection = await Sends.ConnectAsync(Service, Time);
        await using (operation = await SendOperation.StartAsync(
            connection, Options with { JournalDisk = disk.Hold }, new DictionaryReader(), host, default))
        {
            await operation.AddAsync(Person("k1"));
            await operation.CompleteAsync();
        }

        Assert.Equal("Cancelled", Outcomes(host));
        Assert.Empty(Service.Requests);
        var journal = await SendJournalInfo.ReadAsync(JournalPath, default);
        Assert.Equal((1, 0), (journal.NotTaken, journal.InFlight));
    }

    [Fact]
    public async Task After_a_stop_nothing_more_is_sent_or_noted_in_the_journal()
    {
        using var connection = await Sends.ConnectAsync(Service, Time);
        using var stop = new CancellationTokenSource();
        var host = new RecordingHost();
        await using var operation = await SendOperation.StartAsync(
            connection, Options, new DictionaryReader(), host, stop.Token);
        await operation.AddAsync(Person("k1"));
        await stop.CancelAsync();

        var summary = await operation.CompleteAsync();

        Assert.Equal((1, 0), (summary.Cancelled, summary.Requests));
        Assert.False(File.Exists(JournalPath));
        Assert.Empty(host.Questions);
    }
}
