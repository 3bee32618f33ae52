namespace McMessaging.Tests.Measuring;

public sealed class SendErrorCountTests
{
    [Theory]
    [InlineData(109121, "Validation_InvalidValue_to", "2 x 109121 Validation_InvalidValue_to")]
    [InlineData(109121, null, "2 x 109121")]
    [InlineData(null, "TimedOut", "2 x TimedOut")]
    [InlineData(null, null, "2 x no code")]
    public void It_is_told_by_the_best_that_is_known(int? code, string? name, string text) =>
        Assert.Equal(text, new SendErrorCount(code, name, 2).ToString());
}
