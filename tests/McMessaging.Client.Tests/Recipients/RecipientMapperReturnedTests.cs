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
    [InlineData("Rejected", "109121", "", true)]
    [InlineData("rejected", "109121", "", true)]
    [InlineData("Rejected", "777", "", true)]
    [InlineData("Rejected", "", "MissingProperty", true)]
    [InlineData("Rejected", "", "Validation_InvalidValue_to", true)]
    [InlineData("Rejected", "1.09E+05", "Validation_InvalidValue_to", true)]
    [InlineData("Rejected", "", "", false)]
    [InlineData("Rejected", "?", "", false)]
    [InlineData("Rejected", "?", "?", false)]
    [InlineData("Failed", "", "", false)]
    [InlineData("Failed", "109121", "", false)]
    public void A_row_was_refused_under_its_key_if_its_code_or_its_error_says_so(
        string outcome, string code, string name, bool isRefused) => Assert.Equal(
        new ReturnedRow("k", MayBeTaken: false, isRefused, IsDuplicate: false, DateTimeOffset.MinValue),
        Returned(outcome, code, name));

    [Theory]
    [InlineData("109110", "")]
    [InlineData("109110", "?")]
    [InlineData("", "Validation_DuplicateMessageKey")]
    [InlineData("109.110", "Validation_DuplicateMessageKey")]
    [InlineData("0", "Validation_DuplicateMessageKey")]
    [InlineData("109121", "Validation_DuplicateMessageKey")]
    public void A_row_whose_key_was_used_before_says_so_by_its_code_or_its_error(string code, string name) =>
        Assert.Equal(
            new ReturnedRow("k", MayBeTaken: false, IsRefused: false, IsDuplicate: true, DateTimeOffset.MinValue),
            Returned("Rejected", code, name));

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

    private static ReturnedRow? Returned(string outcome, string code, string name) => Mapping.Map(Mapping.Members(
        ("McErrorCode", code),
        ("McErrorName", name),
        ("McOutcome", outcome),
        ("McMessageKey", "k"),
        ("ContactKey", "c"))).Returned;
}
