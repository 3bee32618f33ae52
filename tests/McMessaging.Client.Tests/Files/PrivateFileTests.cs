namespace McMessaging.Client.Tests.Files;

public sealed class PrivateFileTests
{
    [Fact]
    public void No_options_are_an_error_of_the_caller() =>
        Assert.Throws<ArgumentNullException>("options", () => ((FileStreamOptions)null!).ReadableByOwner());
}
