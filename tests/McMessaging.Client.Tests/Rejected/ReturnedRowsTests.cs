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
    public async Task A_row_whose_key_the_service_knew_is_not_sent_once_the_service_has_forgotten_the_key()
    {
        Service.Take("key-a");
        await RunAsync(Keeping, Row("A", messageKey: "key-a"));
        var row = Assert.Single(TakeRejected());
        Service.Forget("key-a");

        (var host, _) = await RunAsync(Keeping, row);

        Assert.Equal("Rejected", Outcomes(host));
        Assert.Equal("Validation_DuplicateMessageKey", Assert.Single(host.Results).ErrorName);
        Assert.Equal("109110", Assert.Single(Rejected)["McErrorCode"]);
        Assert.Equal(0, MessagesOf("A"));
    }

    [Fact]
    public async Task A_row_with_the_key_of_another_one_is_not_told_that_ones_outcome()
    {
        var options = Options with { RejectedPath = RejectedPath };
        await RunAsync(options, Row("A", messageKey: "key"), Row("B", messageKey: "key"));
        var row = Assert.Single(TakeRejected());

        (var host, _) = await RunAsync(options, row);

        Assert.Equal("Rejected", Outcomes(host));
        Assert.Equal((1, 0), (MessagesOf("A"), MessagesOf("B")));
        Assert.Equal("B", Assert.Single(Rejected)["ContactKey"]);
    }

    [Fact]
    public async Task A_row_that_lost_its_error_code_is_not_sent_twice()
    {
        Service.Take("key-a");
        await RunAsync(Keeping, Row("A", messageKey: "key-a"));
        var row = TakeRejected()[0];
        row.Remove("McErrorCode");

        await RunAsync(Keeping, row);

        Assert.Equal(0, MessagesOf("A"));
        Assert.Equal("Rejected", Assert.Single(Rejected)["McOutcome"]);
    }

    private static OrderedDictionary WithKeyColumn(OrderedDictionary row)
    {
        row["MessageKey"] ??= "";
        return row;
    }
}
