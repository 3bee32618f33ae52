using McMessaging.Batches;
using McMessaging.Endpoints;
using McMessaging.Http;
using McMessaging.Requests;
using McMessaging.Sending;

namespace McMessaging.Client.Tests.Sending;

/// <summary>Where one outcome ends and the next begins.</summary>
public sealed class OutcomeMapperBoundaryTests
{
    private static readonly BatchEntry Entry = new(1, "k", "c", null);

    [Theory]
    [InlineData(199, SendOutcome.Unknown)]
    [InlineData(200, SendOutcome.Accepted)]
    [InlineData(299, SendOutcome.Accepted)]
    [InlineData(300, SendOutcome.Unknown)]
    public void Only_a_status_of_success_accepts_anybody(int status, SendOutcome outcome)
    {
        var response = new BatchResponse { Items = [new ResponseItem(ItemStatus.Taken)] };

        Assert.Equal(outcome, Map(new() { Response = response, Status = status }).Outcome);
    }

    [Theory]
    [InlineData(200, "UnreadableAnswer")]
    [InlineData(299, "UnreadableAnswer")]
    [InlineData(300, "MultipleChoices")]
    [InlineData(599, "Http599")]
    public void A_failure_without_a_code_has_the_name_of_its_status(int status, string name) =>
        Assert.Equal(name, Map(new() { End = RequestEnd.GaveUp, Status = status }).Name);

    [Theory]
    [InlineData(RequestEnd.GaveUp, false, SendOutcome.Failed)]
    [InlineData(RequestEnd.GaveUp, true, SendOutcome.Unknown)]
    [InlineData(RequestEnd.RateLimited, false, SendOutcome.Cancelled)]
    public void A_code_of_zero_is_none(object end, bool mayBeTaken, SendOutcome outcome)
    {
        Assert.Equal((outcome, null), OutcomeAndCode(0));
        Assert.Equal((outcome, 50200), OutcomeAndCode(50200));

        (SendOutcome, int?) OutcomeAndCode(int code)
        {
            var error = new ApiError(code, null, null, null);
            var mapped = Map(new() { End = (RequestEnd)end, MayBeTaken = mayBeTaken, Error = error });
            return (mapped.Outcome, mapped.Code);
        }
    }

    [Theory]
    [InlineData(true, "by an earlier attempt", false)]
    [InlineData(false, "earlier under this run id", true)]
    public void Who_was_taken_before_is_told_by_whom(bool mayBeTaken, string words, bool isFromElsewhere)
    {
        var response = new BatchResponse { Items = [new ResponseItem(ItemStatus.Refused, "k", 109110)] };
        var mapped = new OutcomeMapper(new() { Response = response, Status = 202, MayBeTaken = mayBeTaken }, 1)
            .Map(0, Entry with { KeyIsDerived = true });

        Assert.Equal((SendOutcome.AlreadyAccepted, isFromElsewhere), (mapped.Outcome, mapped.IsFromElsewhere));
        Assert.Contains(words, mapped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_stopped_before_is_cancelled_by_name()
    {
        var mapped = Map(new() { End = RequestEnd.Stopped });

        Assert.Equal((SendOutcome.Cancelled, "Cancelled"), (mapped.Outcome, mapped.Name));
    }

    private static RecipientOutcome Map(RequestResult<BatchResponse> result) =>
        new OutcomeMapper(result, sentCount: 1).Map(0, Entry);
}
