using System.Collections.Specialized;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Sending;

/// <summary>Which key a row goes by that was rejected, corrected, or both.</summary>
public sealed class KeyChoiceTests : RejectedTest
{
    private SendOptions Journaled => Options with { RejectedPath = RejectedPath };

    [Fact]
    public async Task A_row_of_unknown_outcome_keeps_its_key_though_somebody_gave_it_another()
    {
        var row = await LeaveUnknownAsync("first");
        row["MessageKey"] = "second";

        (var host, _) = await RunAsync(Keeping, row);

        Assert.Equal(("AlreadyAccepted", "first"), (Outcomes(host), host.Results[0].MessageKey));
        Assert.Equal(1, MessagesOf("A"));
    }

    [Fact]
    public async Task Nor_does_it_lose_its_key_where_it_became_no_recipient_as_well()
    {
        var row = await LeaveUnknownAsync("first");
        row["MessageKey"] = "second";
        row["To"] = "no address";

        await RunAsync(Keeping, row);

        Assert.Equal("first", Assert.Single(Rejected)["McMessageKey"]);
        await RunAsync(Keeping, [.. TakeRejected().Select(Correct)]);
        Assert.Equal(1, MessagesOf("A"));
    }

    [Fact]
    public async Task A_row_that_is_no_recipient_keeps_the_key_that_it_was_given()
    {
        await RunAsync(Keeping, Row("A", "no address", messageKey: "given"));

        Assert.Equal("given", Assert.Single(Rejected)["McMessageKey"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_rows_that_lead_to_the_same_corrected_message_are_one_and_a_duplicate(bool byItsOwnKey)
    {
        await RunAsync(Journaled, Row("A", messageKey: "bad-a"));
        (var corrected, _) = await RunAsync(Journaled with { RejectedPath = FileAt("again.csv") }, [.. Rejected]);
        var first = byItsOwnKey ? Assert.Single(corrected.Results).MessageKey : "bad-a";

        (var host, _) = await RunAsync(
            Journaled with { RejectedPath = FileAt("third.csv") },
            Row("A", messageKey: first),
            Row("A", messageKey: "bad-a"));

        Assert.Equal("(AlreadyAccepted) Rejected", Outcomes(host));
        Assert.Equal("Validation_DuplicateMessageKey", host.Results[1].ErrorName);
    }

    private async Task<OrderedDictionary> LeaveUnknownAsync(string messageKey)
    {
        Service.FaultAfter = (_, _) => throw new HttpRequestException("reset");
        await RunAsync(Keeping with { MaxRetryCount = 0 }, Row("A", messageKey: messageKey));
        Service.FaultAfter = (_, _) => null;
        return Assert.Single(TakeRejected());
    }
}
