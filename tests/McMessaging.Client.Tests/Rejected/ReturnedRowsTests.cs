using System.Collections.Specialized;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Rejected;

/// <summary>Rows that were rejected, corrected and fed to the same command: nothing lost, nothing sent twice.</summary>
public sealed class ReturnedRowsTests : RejectedTest
{
    private static readonly string[] Names = ["A", "B", "C", "D"];

    public static TheoryData<string?, string?> Runs => new()
    {
        { "run-1", null }, { "run-2", null }, { null, null }, { "run-1", "run.journal" }, { "run-2", "new.journal" },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Corrected_rows_are_sent_once_however_often_they_are_fed_back(string? runId, string? journal)
    {
        var options = Options with { RejectedPath = RejectedPath };
        object[] broken = [Row("A"), Row("B", "no address"), Row("C", messageKey: "bad-c"), Row("", "d@example.com")];
        broken = [.. broken.Cast<OrderedDictionary>().Select(WithKeyColumn)];
        await RunAsync(options, broken);
        object[] corrected = [.. TakeRejected().Select(Correct)];
        Assert.Equal(3, corrected.Length);
        var again = options with { RunId = runId, JournalPath = journal is null ? null : FileAt(journal) };

        for (var i = 0; i < 3; i++)
        {
            (var host, _) = await RunAsync(again, corrected);
            Assert.All(host.Results, result => Assert.True(result.Outcome.IsAccepted(), $"{result}"));
            if (journal is "new.journal" && i == 0)
            {
                File.Delete(FileAt(journal));
            }
        }

        Assert.All(Names, name => Assert.Equal(1, MessagesOf(name)));
        Assert.False(File.Exists(RejectedPath));
    }

    [Fact]
    public async Task Their_columns_are_no_attributes()
    {
        await RunAsync(Keeping, Row("A", "no address"));
        object[] corrected = [.. TakeRejected().Select(Correct)];

        await RunAsync(Keeping, corrected);

        Assert.Contains("FirstName", Service.Requests[^1].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Mc", Service.Requests[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_rejected_again_gets_another_key_each_time()
    {
        await RunAsync(Keeping, Row("A", "no address"));
        HashSet<object?> keys = [Rejected[0]["McMessageKey"]];
        for (var i = 0; i < 5; i++)
        {
            await RunAsync(Keeping, [.. TakeRejected()]);
            Assert.Equal("Rejected", Rejected[0]["McOutcome"]);
            keys.Add(Rejected[0]["McMessageKey"]);
        }

        await RunAsync(Keeping, [.. TakeRejected().Select(Correct)]);

        Assert.Equal(1, MessagesOf("A"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_not_begun_is_sent_once_by_the_rows_and_by_the_run_that_goes_on(bool hasJournal)
    {
        var options = hasJournal ? Options with { RejectedPath = RejectedPath } : Keeping;
        object[] people = [.. Names.Select(name => Row(name))];
        Service.FaultBefore = request => Service.Requests.Count > 1 ? Faults.Status(403)(request.Body) : null;
        await RunAsync(options, people);
        var left = Rejected;
        Assert.Equal(["C", "D"], left.Select(row => row["ContactKey"]));
        Service.FaultBefore = _ => null;

        await RunAsync(options with { RejectedPath = FileAt("again.csv") }, [.. left]);
        (var host, _) = await RunAsync(options with { RejectedPath = null }, people);

        Assert.All(host.Results, result => Assert.True(result.Outcome.IsAccepted()));
        Assert.All(Names, name => Assert.Equal(1, MessagesOf(name)));
    }

    [Fact]
    public async Task A_row_that_was_rejected_and_sent_by_a_correction_is_not_sent_again_by_the_run_that_goes_on()
    {
        var options = Options with { RejectedPath = RejectedPath };
        await RunAsync(options, Row("A", messageKey: "bad-a"));
        await RunAsync(options with { RejectedPath = FileAt("again.csv") }, [.. Rejected]);
        Assert.Equal(1, MessagesOf("A"));

        (var host, _) = await RunAsync(
            options with { RetryRejected = true, RejectedPath = FileAt("third.csv") }, Row("A", messageKey: "bad-a"));

        Assert.Equal("(AlreadyAccepted)", Outcomes(host));
        Assert.Equal(1, MessagesOf("A"));
    }

    [Theory]
    [InlineData("run-1", true)]
    [InlineData("run-2", true)]
    [InlineData("run-1", false)]
    [InlineData(null, false)]
    public async Task An_unknown_row_keeps_its_key_and_is_not_sent_twice(string? runId, bool wasTaken)
    {
        await LeaveUnknownAsync(wasTaken);
        Assert.NotEqual("", Rejected[0]["McSentAt"]);
        object[] rows = [.. TakeRejected()];

        (var host, _) = await RunAsync(Keeping with { RunId = runId }, rows);

        Assert.Equal(((OrderedDictionary)rows[0])["McMessageKey"], GuardedKey(host.Results[0]));
        Assert.Equal(wasTaken ? "AlreadyAccepted" : "Accepted", Outcomes(host));
        Assert.Equal(1, MessagesOf("A"));
    }

    [Fact]
    public async Task An_unknown_row_is_too_old_after_48_hours_from_its_first_attempt_over_all_runs()
    {
        await LeaveUnknownAsync(wasTaken: true);
        Time.Advance(TimeSpan.FromHours(30));
        Service.FaultBefore = _ => throw new HttpRequestException("reset");
        await RunAsync(Keeping with { MaxRetryCount = 0 }, [.. TakeRejected()]);
        Service.FaultBefore = _ => null;
        Service.Requests.Clear();
        Time.Advance(TimeSpan.FromHours(19));
        object[] rows = [.. TakeRejected()];

        (var late, _) = await RunAsync(Keeping, rows);
        Assert.Equal("Unknown", Outcomes(late));
        Assert.Equal("SentInEarlierRun", late.Results[0].ErrorName);
        Assert.Empty(Service.Requests);
        Assert.Equal("Unknown", Rejected[0]["McOutcome"]);
        Assert.Equal(((OrderedDictionary)rows[0])["McSentAt"], Rejected[0]["McSentAt"]);

        (var forced, _) = await RunAsync(Keeping with { ResendUnknown = true }, [.. TakeRejected()]);
        Assert.Equal("AlreadyAccepted", Outcomes(forced));
        Assert.Equal(1, MessagesOf("A"));
    }

    [Theory]
    [InlineData("McOutcome", "")]
    [InlineData("McOutcome", "Perhaps")]
    [InlineData("McSentAt", "21/11/2026 03:04")]
    public async Task An_unknown_row_whose_cells_were_spoilt_is_told_and_not_sent(string column, string cell)
    {
        await LeaveUnknownAsync(wasTaken: true);
        var row = TakeRejected()[0];
        row[column] = cell;
        row["McSentAt"] = "";
        Service.Requests.Clear();

        (var host, _) = await RunAsync(Keeping, row);

        Assert.Equal("Unknown", Outcomes(host));
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task An_unknown_row_that_became_no_recipient_stays_unknown()
    {
        await LeaveUnknownAsync(wasTaken: true);
        var row = TakeRejected()[0];
        var key = row["McMessageKey"];
        row["To"] = "no address";
        await RunAsync(Keeping, row);
        Assert.Equal("Unknown", Rejected[0]["McOutcome"]);
        Assert.Equal(key, Rejected[0]["McMessageKey"]);

        (var host, _) = await RunAsync(Keeping, [.. TakeRejected().Select(Correct)]);

        Assert.Equal("AlreadyAccepted", Outcomes(host));
        Assert.Equal(1, MessagesOf("A"));
    }

    [Fact]
    public async Task A_given_key_that_the_service_knows_is_refused_again_and_a_new_one_counts()
    {
        Service.Take("key-a");
        await RunAsync(Keeping, Row("A", messageKey: "key-a"));
        Assert.Equal("109110", Rejected[0]["McErrorCode"]);
        (var again, _) = await RunAsync(Keeping, [.. TakeRejected()]);
        Assert.Equal("Rejected", Outcomes(again));

        var row = TakeRejected()[0];
        row["MessageKey"] = "key-a-2";
        (var host, _) = await RunAsync(Keeping, row);

        Assert.Equal("key-a-2", Assert.Single(host.Results).MessageKey);
        Assert.Equal("Accepted", Outcomes(host));
    }

    [Fact]
    public async Task A_triggered_send_of_unknown_outcome_waits_for_the_word_to_send_it_again()
    {
        var options = Sends.Triggered() with { RejectedPath = RejectedPath, RunId = "run-1" };
        Service.FaultAfter = (_, _) => throw new HttpRequestException("reset");
        await RunAsync(options, Row("A"), Row("B", "no address"));
        Service.FaultAfter = (_, _) => null;
        Assert.Equal(["Unknown", "Rejected"], Rejected.Select(row => row["McOutcome"]));

        await RunAsync(options, [.. TakeRejected().Select(Correct)]);
        Assert.Equal((1, 1), (MessagesOf("A"), MessagesOf("B")));

        await RunAsync(options with { ResendUnknown = true }, [.. TakeRejected()]);
        Assert.Equal(2, MessagesOf("A"));
    }

    private async Task LeaveUnknownAsync(bool wasTaken)
    {
        if (wasTaken)
        {
            Service.FaultAfter = (_, _) => throw new HttpRequestException("reset");
        }
        else
        {
            Service.FaultBefore = _ => throw new HttpRequestException("reset");
        }

        await RunAsync(Keeping with { MaxRetryCount = 0 }, Row("A"));
        Service.FaultAfter = (_, _) => null;
        Service.FaultBefore = _ => null;
        Assert.Equal("Unknown", Rejected[0]["McOutcome"]);
    }

    private static string GuardedKey(RecipientResult result) =>
        result.MessageKey![0] == '-' ? "'" + result.MessageKey : result.MessageKey;

    private static OrderedDictionary WithKeyColumn(OrderedDictionary row)
    {
        row["MessageKey"] ??= "";
        return row;
    }

    private static object Correct(OrderedDictionary row)
    {
        row["To"] = "corrected@example.com";
        row["ContactKey"] = row["ContactKey"] is "" ? "D" : row["ContactKey"];
        return row;
    }
}
