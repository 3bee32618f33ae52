using System.Collections.Specialized;
using System.Text;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Rejected;

/// <summary>What stands in a file of rejected rows.</summary>
public sealed class RejectedRowsTests : RejectedTest
{
    [Fact]
    public async Task Its_columns_are_the_inputs_own_as_they_came_and_then_those_that_say_why()
    {
        await RunAsync(Keeping, Row("A"), Row("B", messageKey: null, to: " no address; \"B\",\r\nb "));

        var names = "ContactKey,To,FirstName,"
            + "McOutcome,McErrorCode,McErrorName,McMessage,McAdvice,McMessageKey,McSentAt\n";
        var bytes = await File.ReadAllBytesAsync(RejectedPath);
        Assert.Equal([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(names)], bytes[..(names.Length + 3)]);
        var row = Assert.Single(Rejected);
        Assert.Equal("B", row["ContactKey"]);
        Assert.Equal(" no address; \"B\",\r\nb ", row["To"]);
        Assert.Equal("Name of B", row["FirstName"]);
        Assert.Equal("Rejected", row["McOutcome"]);
        Assert.Equal("109121", row["McErrorCode"]);
        Assert.Equal("Validation_InvalidValue_to", row["McErrorName"]);
        Assert.NotEqual("", row["McMessage"]);
        Assert.NotEqual("", row["McAdvice"]);
        Assert.Equal(22, ((string)row["McMessageKey"]!).TrimStart('\'').Length);
        Assert.Equal("", row["McSentAt"]);
    }

    [Fact]
    public async Task It_holds_each_row_that_was_not_taken_in_input_order_whatever_became_of_it()
    {
        var requests = 0;
        Service.FaultBefore = request => ++requests switch
        {
            2 => Faults.Status(403)(request.Body),
            3 => throw new HttpRequestException("reset"),
            4 => Faults.Status(401)(request.Body),
            5 => Faults.Status(401)(request.Body),
            _ => null,
        };

        (var host, _) = await RunAsync(
            Keeping with { MaxRetryCount = 0 },
            [.. "abcdefgh".Select(name => Row($"{name}", messageKey: (name == 'b' ? "bad-" : "key-") + name))]);

        Assert.Equal(
            host.Results.Where(result => result.Outcome != SendOutcome.Accepted)
                .Select(result => $"{result.ContactKey} {result.Outcome} {result.MessageKey}"),
            Rejected.Select(row => $"{row["ContactKey"]} {row["McOutcome"]} {row["McMessageKey"]}"));
        Assert.Equal(
            ["Rejected", "Failed", "Failed", "Unknown", "Unknown", "Failed", "Failed"],
            Rejected.Select(row => row["McOutcome"]));
    }

    [Fact]
    public async Task Where_nothing_was_rejected_there_is_no_file()
    {
        await RunAsync(Keeping, Row("A"));

        Assert.False(File.Exists(RejectedPath));
    }

    [Fact]
    public async Task A_preview_writes_no_file()
    {
        await RunAsync(Keeping with { PreviewOnly = true }, Row("A", "no address"));

        Assert.False(File.Exists(RejectedPath));
    }

    [Fact]
    public async Task An_operation_that_is_left_early_keeps_every_row_that_it_read()
    {
        using var connection = await Sends.ConnectAsync(Service, Time);
        await using (var operation = await SendOperation.StartAsync(
            connection, Keeping with { BatchSize = 10 }, new DictionaryReader(), new RecordingHost(), default))
        {
            await operation.AddAsync(Row("A"));
            await operation.AddAsync(Row("B"));
        }

        Assert.Equal(["A Cancelled", "B Cancelled"], Rejected.Select(row => $"{row["ContactKey"]} {row["McOutcome"]}"));
    }

    [Fact]
    public async Task An_object_that_cannot_be_read_is_told_without_the_row_before_it()
    {
        using var connection = await Sends.ConnectAsync(Service, Time);
        await using (var operation = await SendOperation.StartAsync(
            connection, Keeping, new UnreadableReader(), new RecordingHost(), default))
        {
            await operation.AddAsync(Row("A"));
            await operation.AddAsync(Row("B"));
            await Assert.ThrowsAsync<InvalidTimeZoneException>(async () => await operation.AddAsync("unreadable"));
        }

        var rows = Rejected;
        Assert.Equal("Cancelled", rows[^1]["McOutcome"]);
        Assert.DoesNotContain(
            rows, row => Service.Accepted.Any(accepted => accepted.ContactKey.Equals(row["ContactKey"])));
        Assert.Equal(rows.Length, rows.Select(row => row["ContactKey"]).Distinct().Count());
    }

    [Fact]
    public async Task Rows_that_are_no_recipients_and_objects_that_are_reused_are_kept_as_they_came()
    {
        var reused = new OrderedDictionary { ["ContactKey"] = "first", ["To"] = "no address" };
        IEnumerable<object?> Input()
        {
            yield return reused;
            reused["ContactKey"] = "second";
            yield return reused;
            yield return null;
        }

        var host = new RecordingHost();
        await Sends.RunAsync(Service, Keeping with { BatchSize = 50 }, Input(), host, Time);

        Assert.Equal(["first", "second", ""], Rejected.Select(row => row["ContactKey"]));
        Assert.Equal(3, Rejected.Select(row => row["McMessageKey"]).Distinct().Count());
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-2", "'-2")]
    [InlineData("@a", "'@a")]
    [InlineData("'quoted", "''quoted")]
    [InlineData("0017", "'0017")]
    [InlineData("1E5", "'1E5")]
    [InlineData("12345678901234567", "'12345678901234567")]
    [InlineData("MAR1", "'MAR1")]
    [InlineData("Dez-31", "'Dez-31")]
    [InlineData("2-sept", "'2-sept")]
    [InlineData("true", "'true")]
    [InlineData("$5", "'$5")]
    [InlineData("(12)", "'(12)")]
    [InlineData(".5", "'.5")]
    [InlineData("5%", "'5%")]
    [InlineData("1234", "1234")]
    [InlineData("marked-17-b", "marked-17-b")]
    [InlineData("order-17", "order-17")]
    public async Task A_key_that_a_spreadsheet_would_run_or_change_is_guarded_and_read_again(string key, string cell)
    {
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(Keeping, Row("A", messageKey: key));
        Assert.Equal(cell, Assert.Single(Rejected)["McMessageKey"]);
        Service.FaultBefore = _ => null;

        (var host, _) = await RunAsync(Keeping, [.. TakeRejected()]);

        Assert.Equal(key, Assert.Single(host.Results).MessageKey);
    }

    [Fact]
    public async Task The_error_names_the_file_that_is_to_be_corrected()
    {
        (var host, _) = await RunAsync(Keeping, Row("A", "no address"));

        var advice = Assert.Single(host.Errors).Error.RecommendedAction;
        Assert.Contains($"'{RejectedPath}' and send that file", advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_the_service_are_on_one_line_and_no_formula()
    {
        Service.FaultBefore = request => FakeResponse.Json(
            202,
            $$"""
            {"requestId":"r","errorcode":109001,"responses":[{
            "messageKey":"{{FakeResponse.KeysOf(request.Body).Single()}}",
            "errorcode":109121,"message":"=cmd|' /C calc'!A0\r\n;=2+2"}]}
            """);

        await RunAsync(Keeping, Row("A"));

        var message = (string)Assert.Single(Rejected)["McMessage"]!;
        Assert.StartsWith("'=cmd|", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.EndsWith(", =2+2", message, StringComparison.Ordinal);
    }

    private sealed class UnreadableReader : DictionaryReader
    {
        public override bool TryRead(object? input, InputRecord record) =>
            input is "unreadable" ? throw new InvalidTimeZoneException() : base.TryRead(input, record);
    }
}
