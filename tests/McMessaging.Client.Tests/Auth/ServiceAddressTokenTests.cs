using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Auth;

/// <summary>Where a token may go.</summary>
public sealed class ServiceAddressTokenTests
{
    [Theory]
    [InlineData("https://mctest.rest.marketingcloudapis.com/")]
    [InlineData("https://mctest.rest.marketingcloudapis.com")]
    [InlineData("https://MCTEST.REST.MARKETINGCLOUDAPIS.COM/")]
    [InlineData("https://other.rest.marketingcloudapis.com:8443/base")]
    public async Task A_host_below_the_same_parent_domain_gets_the_token(string restBase)
    {
        var service = new FakeService { RestBase = restBase };

        var host = await Sends.RunAsync(service, Sends.Email(), Sends.People(1));

        Assert.Equal(SendOutcome.Accepted, Assert.Single(host.Results).Outcome);
        Assert.Equal("token-1", Assert.Single(service.Bearers));
    }

    [Theory]
    [InlineData("https://mctest.rest.evil.example/")]
    [InlineData("http://mctest.rest.marketingcloudapis.com/")]
    [InlineData("https://a.rest.marketingcloudapis.com@evil.example/")]
    [InlineData("https://a.rest.marketingcloudapis.com:443@evil.example/")]
    [InlineData("https://evil.example/.rest.marketingcloudapis.com/")]
    [InlineData("https://evil.example\\@a.rest.marketingcloudapis.com/")]
    [InlineData("https://evil.example#.rest.marketingcloudapis.com/")]
    [InlineData("https://evilmarketingcloudapis.com/")]
    [InlineData("https://rest.marketingcloudapis.com.evil.example/")]
    [InlineData("https://marketingcloudapis.com/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("ftp://mctest.rest.marketingcloudapis.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//mctest.rest.marketingcloudapis.com/")]
    [InlineData("mctest.rest.marketingcloudapis.com")]
    [InlineData("")]
    public async Task Any_other_host_does_not(string restBase)
    {
        var service = new FakeService { RestBase = restBase };

        var error = await Assert.ThrowsAsync<McException>(() => Sends.ConnectAsync(service, new VirtualTime()));

        Assert.Equal(("UntrustedRestAddress", McErrorCategory.ProtocolError), (error.ErrorId, error.Category));
        Assert.Empty(service.Bearers);
        Assert.Equal(1, service.TokenRequests);
    }

    [Fact]
    public async Task A_renewed_token_does_not_go_to_another_domain_either()
    {
        var time = new VirtualTime();
        var service = new FakeService { ExpiresIn = 1000 };
        using var connection = await Sends.ConnectAsync(service, time);
        service.RestBase = "https://mctest.rest.evil.example/";
        time.Advance(TimeSpan.FromSeconds(1000));
        var host = new RecordingHost();

        await Sends.RunAsync(connection, Sends.Email(), Sends.People(1), host);

        Assert.Equal(
            (SendOutcome.Cancelled, "UntrustedRestAddress"),
            (Assert.Single(host.Results).Outcome, host.Results[0].ErrorName));
        Assert.Empty(service.Bearers);
    }

    [Theory]
    [InlineData("https://mc.auth.marketingcloudapis.com/", "https://mc.rest.marketingcloudapis.com/", true)]
    [InlineData("https://mc.auth.marketingcloudapis.com/", null, false)]
    [InlineData("https://mc.auth.marketingcloudapis.com/", "mc.rest.marketingcloudapis.com", false)]
    [InlineData("https://auth.example.com/", "https://rest.example.com/", true)]
    [InlineData("https://login.example.com/", "https://api.example.com/", true)]
    [InlineData("https://example.com/", "https://rest.example.com/", false)]
    [InlineData("https://gateway.corp/", "https://GATEWAY.corp:8443/", true)]
    [InlineData("https://gateway.corp/", "https://other.corp/", false)]
    [InlineData("https://a.auth.com/", "https://evil.com/", false)]
    [InlineData("https://10.1.2.3/", "https://10.1.2.3:8443/", true)]
    [InlineData("https://10.1.2.3/", "https://66.1.2.3/", false)]
    [InlineData("https://[2001:db8::1]/", "https://[2001:db8::1]/", true)]
    [InlineData("https://[2001:db8::1]/", "https://[2001:db8::2]/", false)]
    [InlineData("http://127.0.0.1:5000/", "http://127.0.0.1:5000/", true)]
    [InlineData("http://localhost:5000/", "http://[::1]:6000/", true)]
    [InlineData("http://127.0.0.1:5000/", "https://evil.0.0.1.example/", false)]
    public void The_parent_domain_is_what_follows_auth_in_the_authentication_host(
        string authBase, string? restBase, bool isTrusted)
    {
        var error = Record.Exception(() => ServiceAddress.CheckedRestBase(new Uri(authBase), restBase));

        Assert.Equal(isTrusted, error is null);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = new SocketService(SocketExchange.Accept);
        await using var service = new SocketService(
            SocketExchange.Response(307, "", $"Location: {elsewhere.Address}\r\n"));
        using var connection = await Sends.ConnectToAsync(service.Address, new VirtualTime());
        var host = new RecordingHost();

        await Sends.RunAsync(connection, Sends.Email(), Sends.People(1), host);

        Assert.Equal((SendOutcome.Failed, 307), (Assert.Single(host.Results).Outcome, host.Results[0].HttpStatus));
        Assert.Empty(elsewhere.Bodies);
    }
}
