using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

/// <summary>What a row that came back and a journal tell of one message, and what holds where they differ.</summary>
public sealed class EarlierOutcomeTests : RejectedTest
{
    private static readonly TimeSpan ThirtyHours = TimeSpan.FromHours(30);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_earlier_of_the_two_times_at_which_it_was_sent_counts(bool isTheRowEarlier)
    {
        var sentAt = Time.GetUtcNow();
        var withJournal = Options with { MaxRetryCount = 0 };
        var withRow = Keeping with { MaxRetryCount = 0 };
        Service.FaultAfter = (_, _) => throw new HttpRequestException("reset");
        await RunAsync(isTheRowEarlier ? withRow : withJournal, Row("A"));
        Time.Advance(ThirtyHours);
        await RunAsync(isTheRowEarlier ? withJournal : withRow, Row("A"));
        Time.Advance(TimeSpan.FromHours(19));
        Service.FaultAfter = (_, _) => null;
        Service.Requests.Clear();

        (var host, _) = await RunAsync(Options, [.. TakeRejected()]);

        Assert.Equal("(Unknown)", Outcomes(host));
        Assert.Equal(("SentInEarlierRun", sentAt), (host.Results[0].ErrorName, host.Results[0].SentAt));
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task A_row_that_is_too_old_is_told_with_its_time()
    {
        var sentAt = Time.GetUtcNow();
        Service.FaultAfter = (_, _) => throw new HttpRequestException("reset");
        await RunAsync(Keeping with { MaxRetryCount = 0 }, Row("A"), Row("B"));
        Service.FaultAfter = (_, _) => null;
        Time.Advance(TimeSpan.FromHours(48));
        var rows = TakeRejected();
        rows[1]["McSentAt"] = "";

        (var host, _) = await RunAsync(Keeping, [.. rows]);

        Assert.Equal("Unknown Unknown", Outcomes(host));
        Assert.Equal([sentAt, null], host.Results.Select(result => result.SentAt));
    }

    [Fact]
    public async Task Whoever_was_never_sent_is_certainly_not_taken_though_all_unknown_are_sent_again()
    {
        await LeaveInFlightAsync(Options, Person("k1"));
        Service.FaultBefore = request => Faults.Status(403)(request.Body);

        (var host, _) = await RunAsync(Options with { ResendUnknown = true }, Person("k1"), Person("k2"));

        Assert.Equal("Unknown Failed", Outcomes(host));
    }

    [Fact]
    public async Task A_journal_that_something_else_changes_ends_the_run_and_is_believed_as_it_was_opened()
    {
        await RunAsync(Options, Person("k1"));
        var isSent = new TaskCompletionSource();
        Service.OnRequest = _ => isSent.TrySetResult();
        using var connection = await Sends.ConnectAsync(Service, Time);
        var host = new RecordingHost();
        await using var operation = await SendOperation.StartAsync(
            connection,
            Options with { BatchSize = 1, JournalDisk = Change },
            new DictionaryReader(),
            host,
            CancellationToken.None);
        await operation.AddAsync(Person("k2"));
        await isSent.Task;

        await operation.AddAsync(Person("k1"));
        var error = await Assert.ThrowsAsync<McException>(operation.CompleteAsync);

        Assert.Equal("JournalDamaged", error.ErrorId);
        Assert.Equal("Accepted (AlreadyAccepted)", Outcomes(host));
        Assert.Equal(2, Service.Taken.Count);
    }

    private static (Stream Stream, Action Flush) Change(FileStream file)
    {
        var bytes = new byte[file.Length];
        RandomAccess.Read(file.SafeFileHandle, bytes, 0);
        RandomAccess.Write(file.SafeFileHandle, "\"Rejected\""u8, bytes.AsSpan().IndexOf("\"Accepted\""u8));
        return (file, file.Flush);
    }
}
