using McMessaging.Rejected;

namespace McMessaging.Client.Tests.Rejected;

public sealed class RejectedAdviceTests
{
    [Theory]
    [InlineData(MessageChannel.Email, true)]
    [InlineData(MessageChannel.Sms, true)]
    [InlineData(MessageChannel.Triggered, false)]
    public void What_may_have_been_sent_may_be_sent_again_where_the_service_knows_keys(
        MessageChannel channel, bool isSafe) =>
        Assert.Equal(isSafe, Advice(SendOutcome.Unknown, new() { Channel = channel }).Contains("48 hours"));

    [Fact]
    public void What_was_rejected_has_the_advice_of_the_catalogue()
    {
        Assert.Equal(
            ErrorCatalogue.Find(109121)[0].RecommendedAction,
            Advice(SendOutcome.Rejected, new() { ErrorCode = 109121, ErrorName = "Other" }));
        Assert.Equal(
            ErrorCatalogue.Find("InvalidOrMissingToAddress")[0].RecommendedAction,
            Advice(SendOutcome.Rejected, new() { ErrorName = "InvalidOrMissingToAddress" }));
    }

    [Fact]
    public void What_the_catalogue_does_not_know_has_an_advice_too()
    {
        var common = Advice(SendOutcome.Rejected, new());

        Assert.NotEqual("", common);
        Assert.Equal(common, Advice(SendOutcome.Rejected, new() { ErrorCode = 424242 }));
        Assert.Equal(common, Advice(SendOutcome.Rejected, new() { ErrorName = "Something_New" }));
    }

    private static string Advice(SendOutcome outcome, RecipientResult result) => RejectedAdvice.Of(outcome, result);
}
