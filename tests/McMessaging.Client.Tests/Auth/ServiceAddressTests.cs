using McMessaging.Client.Tests.Support;
using McMessaging.Http;

namespace McMessaging.Client.Tests.Auth;

public sealed class ServiceAddressTests
{
    [Fact]
    public void A_subdomain_makes_the_authentication_host() => Assert.Equal(
        new Uri("https://mc563885gzs27c5t9-63k636ttgm.auth.marketingcloudapis.com/"),
        ServiceAddress.AuthBaseOf("mc563885gzs27c5t9-63k636ttgm"));

    [Fact]
    public void No_subdomain_at_all_is_an_error_of_the_caller() =>
        Assert.Throws<ArgumentNullException>("subdomain", () => ServiceAddress.AuthBaseOf(null!));

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a/b")]
    [InlineData("evil.example/?")]
    [InlineData("user@evil")]
    [InlineData("a b")]
    [InlineData("mctest\n")]
    [InlineData("münchen")]
    public void A_subdomain_has_letters_digits_and_hyphens_only(string subdomain)
    {
        var error = Assert.Throws<McException>(() => ServiceAddress.AuthBaseOf(subdomain));

        Assert.Equal(("InvalidSubdomain", McErrorCategory.InvalidArgument), (error.ErrorId, error.Category));
    }

    [Theory]
    [InlineData("http://mctest.auth.marketingcloudapis.com/")]
    [InlineData("ftp://mctest.auth.marketingcloudapis.com/")]
    [InlineData("mctest.auth")]
    public async Task An_authentication_address_that_is_not_safe_gets_no_secret(string address)
    {
        var service = new FakeService();
        Uri authBase = new(address, UriKind.RelativeOrAbsolute);

        var error = await Assert.ThrowsAsync<McException>(() =>
            Connection.ConnectAsync(
                Sends.Credentials(service, new VirtualTime(), null, authBase), CancellationToken.None));

        Assert.Equal("InsecureAddress", error.ErrorId);
        Assert.Empty(service.TokenBodies);
    }

    [Fact]
    public async Task A_rest_address_that_is_not_safe_gets_no_given_token()
    {
        var error = await Assert.ThrowsAsync<McException>(() =>
            Sends.ConnectToAsync(new Uri("http://rest.example.com/"), new VirtualTime(), new FakeService()));

        Assert.Equal("InsecureAddress", error.ErrorId);
    }

    [Fact]
    public async Task Paths_are_appended_to_the_base_address_as_it_is()
    {
        var service = new FakeService { RestBase = "https://mctest.rest.marketingcloudapis.com/gateway" };

        await Sends.RunAsync(service, Sends.Email(), Sends.People(1));

        Assert.Equal("/gateway/messaging/v1/email/messages", Assert.Single(service.Paths));
    }

    [Theory]
    [InlineData("AuthBaseUri")]
    [InlineData("ClientId")]
    [InlineData("ClientSecret")]
    public async Task What_is_missing_is_named(string missing)
    {
        var options = new ConnectionOptions
        {
            AuthBaseUri = missing == "AuthBaseUri" ? null : new Uri(FakeService.AuthBase),
            ClientId = missing == "ClientId" ? null : "c",
            ClientSecret = missing == "ClientSecret" ? null : Secret.Protect("s"),
        };

        var error = await Assert.ThrowsAsync<McException>(
            () => Connection.ConnectAsync(options, CancellationToken.None));

        Assert.Equal("IncompleteConnection", error.ErrorId);
    }
}
