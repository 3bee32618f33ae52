using McMessaging.Client.Tests.Support;
using McMessaging.Recipients;

namespace McMessaging.Client.Tests.Recipients;

/// <summary>What is read of a row that was rejected before, whose columns somebody may have moved or removed.</summary>
public sealed class RecipientMapperReturnedTests
{
    [Theory]
    [InlineData("Unknown")]
    [InlineData("unknown")]
    public void A_row_of_unknown_outcome_that_lost_its_key_is_no_recipient(string outcome) => Assert.Equal(
        "MissingReturnedKey",
        Mapping.Map(Mapping.Members(("McOutcome", outcome), ("ContactKey", "c"))).Fault?.Name);

    [Fact]
    public void A_row_that_was_not_sent_may_lose_its_key()
    {
        var recipient = Mapping.Map(Mapping.Members(("McOutcome", "Cancelled"), ("ContactKey", "c")));

        Assert.Null(recipient.Fault);
        Assert.Null(recipient.Returned);
    }

    [Fact]
    public void A_row_with_nothing_but_its_key_may_be_taken()
    {
        var returned = Mapping.Map(Mapping.Members(("McMessageKey", "k"), ("ContactKey", "c"))).Returned;

        Assert.Equal(
            new ReturnedRow("k", MayBeTaken: true, IsRefused: false, IsDuplicate: false, DateTimeOffset.MinValue),
            returned);
    }

    [Theory]
    [InlineData("Rejected", "109121", true)]
    [InlineData("rejected", "109121", true)]
    [InlineData("Rejected", "", true)]
    [InlineData("Rejected", "109110", false)]
    [InlineData("Rejected", "?", false)]
    [InlineData("Failed", "", false)]
    public void A_row_was_refused_under_its_key_unless_the_key_itself_was(string outcome, string code, bool isRefused)
    {
        var returned = Mapping.Map(Mapping.Members(
            ("McErrorCode", code), ("McOutcome", outcome), ("McMessageKey", "k"), ("ContactKey", "c"))).Returned;

        var isDuplicate = code == "109110";
        Assert.Equal(
            new ReturnedRow("k", MayBeTaken: false, isRefused, isDuplicate, DateTimeOffset.MinValue), returned);
    }

    [Fact]
    public void A_code_that_is_no_single_value_is_lost_and_the_key_stays()
    {
        var returned = Mapping.Map(Mapping.Members(
            ("McErrorCode", new[] { 1, 2 }), ("McOutcome", "Rejected"), ("McMessageKey", "k"), ("ContactKey", "c")))
            .Returned;

        Assert.Equal(
            new ReturnedRow("k", MayBeTaken: false, IsRefused: false, IsDuplicate: false, DateTimeOffset.MinValue),
            returned);
    }
}
