using System.Collections.Specialized;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Rejected;

/// <summary>Rows of unknown outcome that come back: their keys and their age hold over all runs.</summary>
public sealed class ReturnedUnknownRowsTests : RejectedTest
{
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
        Assert.Equal("", Assert.Single(TakeRejected())["McSentAt"]);
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

    [Fact]
    public async Task The_time_of_an_unknown_row_is_that_of_its_first_attempt()
    {
        var begun = Time.GetUtcNow();
        Service.FaultBefore = _ =>
        {
            Time.Advance(TimeSpan.FromSeconds(10));
            throw new HttpRequestException("reset");
        };

        await RunAsync(Keeping with { MaxRetryCount = 2 }, Row("A"));

        Assert.Equal(begun, SentAtOf(Rejected[0]));
    }

    [Fact]
    public async Task The_time_of_a_row_that_a_journal_left_unknown_is_that_of_the_journal()
    {
        var sentAt = Time.GetUtcNow();
        await LeaveInFlightAsync(Options, Row("A"));
        Time.Advance(TimeSpan.FromHours(49));

        await RunAsync(Options with { RejectedPath = RejectedPath }, Row("A"));

        Assert.Equal(sentAt, SentAtOf(Rejected[0]));
    }

    private static DateTimeOffset SentAtOf(OrderedDictionary row) =>
        DateTimeOffset.Parse((string)row["McSentAt"]!, System.Globalization.CultureInfo.InvariantCulture);

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
}
