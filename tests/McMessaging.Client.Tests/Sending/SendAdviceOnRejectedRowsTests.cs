using McMessaging.Client.Tests.Support;
using McMessaging.Sending;

namespace McMessaging.Client.Tests.Sending;

/// <summary>Advice on rejected recipients says what the run that sends them needs, and nothing else.</summary>
public sealed class SendAdviceOnRejectedRowsTests : RejectedTest
{
    private SendOptions Journaled => WithoutRunId with { RejectedPath = RejectedPath };

    [Fact]
    public async Task What_it_says_of_the_journal_of_a_finished_run_is_so()
    {
        var advice = await AdviceAsync(Journaled, Row("A"), Row("B", "no address"));
        var runId = (string)Lines[0]["runId"]!;
        Assert.Contains(
            $"'{RejectedPath}' and send that file with the journal and -RunId '{runId}', not the whole input;",
            advice,
            StringComparison.Ordinal);
        object[] corrected = [.. TakeRejected().Select(Correct)];

        (_, var error) = await RunAsync(Journaled, corrected);
        Assert.Equal("JournalFinished", error?.ErrorId);
        (var host, _) = await RunAsync(Journaled with { RunId = runId }, corrected);

        Assert.Equal("Accepted", Outcomes(host));
    }

    [Fact]
    public async Task What_it_says_of_a_run_without_a_journal_is_so()
    {
        var options = Keeping with { RunId = null };
        var advice = await AdviceAsync(options, Row("A"), Row("B", "no address"));
        Assert.Contains(
            $"'{RejectedPath}' and send that file, not the whole input;", advice, StringComparison.Ordinal);

        (var host, _) = await RunAsync(options, [.. TakeRejected().Select(Correct)]);

        Assert.Equal("Accepted", Outcomes(host));
    }

    // As under -WhatIf, which never asks about recipients that it would not send.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_that_sent_nothing_and_so_noted_nothing_needs_no_run_id(bool keepsRows)
    {
        var options = keepsRows ? Journaled : WithoutRunId;

        var advice = await AdviceAsync(options, Row("A", "no address"));

        Assert.DoesNotContain("-RunId", advice, StringComparison.Ordinal);
        Assert.DoesNotContain("-RetryRejected", advice, StringComparison.Ordinal);
        Assert.False(File.Exists(JournalPath));
        (var host, _) = await RunAsync(WithoutRunId, Row("A"));
        Assert.Equal("Accepted", Outcomes(host));
    }

    [Fact]
    public async Task Nor_does_one_that_was_declined()
    {
        var host = new RecordingHost { Confirm = _ => false };

        await Sends.RunAsync(Service, WithoutRunId, [Row("A"), Row("B", "no address")], host, Time);

        Assert.DoesNotContain(
            "-RunId", Assert.Single(host.Errors).Error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_journal_that_knows_the_rejected_wants_its_run_id(bool isAnyAccepted)
    {
        var bad = Row("B", messageKey: "bad-b");
        object[] input = isAnyAccepted ? [Row("A", messageKey: "a"), Row("C", "no address", "c")] : [bad];
        await RunAsync(Options, input);

        var advice = await AdviceAsync(Options, input);

        Assert.Contains("-RunId 'run-1' and -RetryRejected", advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_was_stopped_is_run_to_its_end_before_its_rows_are_corrected()
    {
        object[] input = [Row("A"), Row("B", "no address"), Row("C"), Row("D")];
        var taken = new TaskCompletionSource();
        var host = new RecordingHost
        {
            OnResults = _ =>
            {
                taken.TrySetResult();
                return Task.CompletedTask;
            },
        };
        var options = Journaled with { RunId = "run-1", BatchSize = 1 };
        using var connection = await Sends.ConnectAsync(Service, Time);
        await using (var operation = await SendOperation.StartAsync(
            connection, options, new DictionaryReader(), host, CancellationToken.None))
        {
            await operation.AddAsync(input[0]);
            await operation.AddAsync(input[1]);
            await taken.Task;
            operation.Halt();
            await operation.AddAsync(input[2]);
            await operation.CompleteAsync();
        }

        var advice = host.Errors.ToDictionary(error => error.Error.ErrorId, error => error.Error.RecommendedAction);
        Assert.StartsWith(
            "First run the same command again, to the end of the input. Then correct the rows in",
            advice["RecipientsRejected"],
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Run the same command again to send them and what was not read yet.",
            advice["RunStopped"],
            StringComparison.Ordinal);
        await RunAsync(options, input);
        Assert.Equal((1, 0, 1, 1), (MessagesOf("A"), MessagesOf("B"), MessagesOf("C"), MessagesOf("D")));
        Assert.Equal("B", Assert.Single(Rejected)["ContactKey"]);
    }

    [Theory]
    [InlineData(MessageChannel.Email, false, false, "First run the same command again with -RunId 'r', to the end")]
    [InlineData(MessageChannel.Sms, false, true, "again with -RunId 'r' and another -RejectedPath, to the end")]
    [InlineData(MessageChannel.Sms, false, true, "Then correct the rows in the new file and send that one, not")]
    [InlineData(MessageChannel.Email, true, true, "First run the same command again, to the end of the input. Then")]
    [InlineData(MessageChannel.Triggered, true, false, "First run the same command again, to the end of the input.")]
    [InlineData(MessageChannel.Triggered, false, false, "Correct the data and send to these recipients only")]
    [InlineData(MessageChannel.Triggered, false, true, "Correct the rows in 'r.csv' and send that file, not the whole")]
    public void After_a_stop_nobody_is_sent_to_twice_by_running_the_same_command_again(
        MessageChannel channel, bool hasJournal, bool keepsRows, string said)
    {
        var run = new RunName("r", channel, hasJournal, RejectedPath: keepsRows ? "r.csv" : null) { IsCutShort = true };
        var summary = new SendSummary(3, 1, 0, 1, 0, 0, 1, 1, 0, TimeSpan.Zero);
        var rejected = new RunError(SendOutcome.Rejected, request: null);
        rejected.Add(new RecipientResult { Outcome = SendOutcome.Rejected, ErrorCode = 109121 });

        Assert.Contains(said, SendAdvice.OnRejected(rejected, run, summary), StringComparison.Ordinal);
    }

    private async Task<string> AdviceAsync(SendOptions options, params object[] input)
    {
        var (host, _) = await RunAsync(options, input);
        return Assert.Single(host.Errors).Error.RecommendedAction;
    }
}
