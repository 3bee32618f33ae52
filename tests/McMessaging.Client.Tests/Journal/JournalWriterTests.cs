using McMessaging.Client.Tests.Support;
using McMessaging.Journal;

namespace McMessaging.Client.Tests.Journal;

/// <summary>Where the journal cannot be written, nothing more is sent.</summary>
public sealed class JournalWriterTests : JournalTest
{
    private static readonly TimeSpan Deadlock = TimeSpan.FromSeconds(30);
    private static readonly object[] People = [.. Enumerable.Range(1, 40).Select(i => Person("k" + i))];

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(170)]
    [InlineData(300)]
    [InlineData(400)]
    [InlineData(1000)]
    [InlineData(2000)]
    public async Task A_disk_that_gets_full_in_the_middle_ends_the_run_and_no_further_request_goes_out(int room)
    {
        var disk = new FailingDisk(room);
        var sentAfterFailure = false;
        Service.OnRequest = _ => sentAfterFailure |= disk.HasFailed;

        (var host, var error) = await RunAsync(On(disk), People);

        Assert.Equal(("JournalWriteFailed", McErrorCategory.WriteError), (error?.ErrorId, error?.Category));
        Assert.Contains(
            "No space left on device). No further request was sent.", error!.Message, StringComparison.Ordinal);
        Assert.False(sentAfterFailure);
        AssertTruth(host);
        await AssertResumesAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task A_disk_that_does_not_keep_what_was_written_ends_the_run_too(int flushes)
    {
        var disk = new FailingDisk(flushes: flushes);
        var sentAfterFailure = false;
        Service.OnRequest = _ => sentAfterFailure |= disk.HasFailed;

        (var host, var error) = await RunAsync(On(disk), People);

        Assert.Equal("JournalWriteFailed", error?.ErrorId);
        Assert.False(sentAfterFailure);
        AssertTruth(host);
        await AssertResumesAsync();
    }

    [Fact]
    public async Task Four_workers_stop_together()
    {
        var disk = new FailingDisk(1500);
        (var host, var error) = await RunAsync(On(disk) with { ThrottleLimit = 4 }, People);

        Assert.Equal("JournalWriteFailed", error?.ErrorId);
        AssertTruth(host);
        await AssertResumesAsync();
    }

    [Fact]
    public async Task A_disk_that_failed_once_is_not_trusted_again()
    {
        var disk = new FailingDisk(flushes: 0) { FailsOnce = true };
        await using var journal = await SendJournal.OpenAsync(
            new JournalFile(JournalPath, disk.Hold, _ => { }),
            new JournalHeader("r", MessageChannel.Email, "welcome", "a", Time.GetUtcNow()),
            isRunIdGiven: true,
            Time,
            default);

        await Assert.ThrowsAsync<McException>(() => journal.IntendAsync(["k1"]));
        await Assert.ThrowsAsync<McException>(() => journal.IntendAsync(["k2"]));
    }

    [Fact]
    public async Task Those_who_wait_for_the_disk_together_wait_for_it_once()
    {
        var flushes = 0;
        using var disk = new ManualResetEventSlim();
        var isFlushing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var writer = new JournalWriter(new MemoryStream(), Flush, JournalPath, lineCount: 0);
        var first = Task.Run(AppendAsync);
        await isFlushing.Task.WaitAsync(Deadlock);

        Task[] others = [AppendAsync(), AppendAsync(), AppendAsync()];
        disk.Set();
        await Task.WhenAll([first, .. others]).WaitAsync(Deadlock);

        Assert.Equal(2, flushes);

        Task AppendAsync() => writer.AppendAsync("{\"intent\":[\"k\"]}\n"u8.ToArray(), untilOnDisk: true);

        void Flush()
        {
            flushes++;
            isFlushing.TrySetResult();
            Assert.True(disk.Wait(Deadlock));
        }
    }

    private SendOptions On(FailingDisk disk) =>
        Options with { JournalDisk = disk.Hold };

    private void AssertTruth(RecordingHost host)
    {
        Assert.All(host.Results, result =>
        {
            if (result.Outcome == SendOutcome.Accepted)
            {
                Assert.Contains(result.MessageKey!, Service.Taken);
            }
            else
            {
                Assert.Equal(
                    (SendOutcome.Cancelled, 0, false),
                    (result.Outcome, result.Attempts, Service.Taken.Contains(result.MessageKey!)));
            }
        });
        Assert.True(Service.Taken.Count < 40);
    }

    private async Task AssertResumesAsync()
    {
        (var host, var error) = await RunAsync(Options, People);

        Assert.Null(error);
        Assert.All(host.Results, result =>
            Assert.Contains(result.Outcome, new[] { SendOutcome.Accepted, SendOutcome.AlreadyAccepted }));
        Assert.Equal(40, Service.Taken.Count);
    }
}
