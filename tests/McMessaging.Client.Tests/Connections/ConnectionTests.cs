using McMessaging.Client.Tests.Support;
using McMessaging.Http;

namespace McMessaging.Client.Tests.Connections;

public sealed class ConnectionTests
{
    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("t0ken\n")]
    public async Task A_token_that_none_can_be_is_refused_without_being_told(string token)
    {
        using var service = new FakeService();
        var options = new ConnectionOptions
        {
            RestBaseUri = new Uri("https://rest.example.com/"),
            AccessToken = Secret.Protect(token),
            MessageHandler = service,
        };

        var error = await Assert.ThrowsAsync<McException>(() => Connection.ConnectAsync(options, default));

        Assert.Equal(("InvalidAccessToken", McErrorCategory.InvalidArgument), (error.ErrorId, error.Category));
        Assert.True(token.Length == 0 || !error.ToString().Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_connects_without_options() => await Assert.ThrowsAsync<ArgumentNullException>(
        "options", () => Connection.ConnectAsync(null!, default));

    [Fact]
    public void Nobody_reads_credentials_without_variables() =>
        Assert.Throws<ArgumentNullException>("variable", () => EnvironmentCredentials.Read(null!));
}
