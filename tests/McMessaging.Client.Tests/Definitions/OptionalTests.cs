namespace McMessaging.Client.Tests.Definitions;

public sealed class OptionalTests
{
    [Fact]
    public void It_tells_whether_a_value_was_given_and_not_the_value()
    {
        Assert.Equal("not given", default(Optional<string?>).ToString());
        Assert.Equal("given", new Optional<string?>(null).ToString());
        Assert.Equal("given", new Optional<string?>("secret").ToString());
    }
}
