using System.Collections.Specialized;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Rejected;

/// <summary>Rows that were no recipients, corrected and fed back: each is the message of its own person.</summary>
public sealed class ReturnedFaultsTests : RejectedTest
{
    private SendOptions Journaled => Options with { RejectedPath = RejectedPath };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rows_at_the_same_place_of_two_lists_are_two_messages(bool hasJournal)
    {
        var options = hasJournal ? Journaled : Keeping;
        object[] first = [.. await RejectAsync(options, Row("A", "no address"))];
        object[] second = [.. await RejectAsync(options, Row("B", "no address"))];

        await SendCorrectedAsync(options, first);
        await SendCorrectedAsync(options, second);

        Assert.Equal((1, 1), (MessagesOf("A"), MessagesOf("B")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_that_was_put_above_another_does_not_take_its_message(bool hasJournal)
    {
        var options = hasJournal ? Journaled : Keeping;
        object[] first = [.. await RejectAsync(options, Row("A", "no address"))];
        object[] longer = [.. await RejectAsync(options, Row("N", "no address"), Row("A", "no address"))];

        await SendCorrectedAsync(options, first);
        await SendCorrectedAsync(options, longer);

        Assert.Equal((1, 1), (MessagesOf("N"), MessagesOf("A")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_is_one_message_whatever_its_other_columns_say_when_the_list_comes_again(bool hasJournal)
    {
        var options = hasJournal ? Journaled : Keeping;
        var tomorrow = Row("A", "no address");
        tomorrow["Today"] = "2026-01-03";
        object[] first = [.. await RejectAsync(options, Row("A", "no address"))];
        await SendCorrectedAsync(options, first);

        object[] second = [.. await RejectAsync(options, tomorrow)];
        await SendCorrectedAsync(options, second);

        Assert.Equal(1, MessagesOf("A"));
    }

    [Fact]
    public async Task A_copy_that_lost_its_error_code_is_known_by_the_journal_after_the_row_itself_was_sent()
    {
        object[] rows = [.. await RejectAsync(Journaled, Row("A", "no address"))];
        var copy = new OrderedDictionary();
        foreach (System.Collections.DictionaryEntry member in (OrderedDictionary)rows[0])
        {
            copy.Add(member.Key, member.Value);
        }

        copy.Remove("McErrorCode");
        await SendCorrectedAsync(Journaled, rows);

        await SendCorrectedAsync(Journaled, [copy]);

        Assert.Equal(1, MessagesOf("A"));
    }

    [Fact]
    public async Task The_same_list_has_the_same_keys_again_and_equal_rows_have_one_each()
    {
        object[] list = [Row("A", "no address"), Row("B", "no address"), Row("A", "no address")];
        object?[] first = [.. (await RejectAsync(Keeping, list)).Select(row => row["McMessageKey"])];
        object?[] second = [.. (await RejectAsync(Keeping, list)).Select(row => row["McMessageKey"])];

        Assert.Equal(first, second);
        Assert.Equal(3, first.Distinct().Count());
    }

    [Fact]
    public async Task A_row_that_lost_its_key_and_is_still_wrong_gets_the_same_one()
    {
        var row = Assert.Single(await RejectAsync(Keeping, Row("A", "no address")));
        var key = row["McMessageKey"];
        row["McMessageKey"] = "";

        var again = Assert.Single(await RejectAsync(Keeping, row));

        Assert.Equal(key, again["McMessageKey"]);
    }

    [Fact]
    public async Task What_has_no_members_is_told_apart_as_well()
    {
        await RunAsync(Keeping, Row("A", "no address"), "b@example.com", "c@example.com", null!);

        Assert.Equal(4, TakeRejected().Select(row => row["McMessageKey"]).Distinct().Count());
    }

    [Fact]
    public async Task A_recipient_whose_row_ended_the_run_is_sent_once_by_its_row_and_by_the_run_that_goes_on()
    {
        var other = Row("E");
        other["City"] = "Rome";
        object[] list = [Row("A"), Row("B"), Row("C"), Row("D"), other];
        (_, var error) = await RunAsync(Keeping, list);
        Assert.Equal("RejectedRowsNeedJsonLines", error?.ErrorId);
        var last = TakeRejected()[^1];
        Assert.Equal(("E", "Cancelled"), (last["ContactKey"], last["McOutcome"]));

        await RunAsync(Keeping, last);
        await RunAsync(Keeping with { RejectedPath = FileAt("again.jsonl") }, list);

        Assert.Equal(1, MessagesOf("E"));
    }

    private async Task<OrderedDictionary[]> RejectAsync(SendOptions options, params object[] list)
    {
        (var host, _) = await RunAsync(options, list);
        Assert.All(host.Results, result => Assert.Equal(SendOutcome.Rejected, result.Outcome));
        return TakeRejected();
    }

    private async Task SendCorrectedAsync(SendOptions options, object[] rows)
    {
        (var host, _) = await RunAsync(options, [.. rows.Cast<OrderedDictionary>().Select(Correct)]);
        Assert.All(host.Results, result => Assert.True(result.Outcome.IsAccepted(), $"{result}"));
    }
}
