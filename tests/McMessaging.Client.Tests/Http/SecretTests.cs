using McMessaging.Http;

namespace McMessaging.Client.Tests.Http;

public sealed class SecretTests
{
    [Fact]
    public void It_is_kept_as_it_was_given_and_cannot_be_changed()
    {
        using var secret = Secret.Protect("s3cret");

        Assert.True(secret.IsReadOnly());
        Assert.Equal("s3cret", Secret.Reveal(secret));
    }
}
