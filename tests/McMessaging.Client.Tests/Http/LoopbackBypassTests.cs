using System.Net;
using McMessaging.Http;

namespace McMessaging.Client.Tests.Http;

public sealed class LoopbackBypassTests
{
    private readonly LoopbackBypass _proxy = new(new WebProxy("http://proxy.example:3128"));

    [Theory]
    [InlineData("http://127.0.0.1:5000/")]
    [InlineData("http://127.8.9.1/")]
    [InlineData("http://localhost:5000/")]
    [InlineData("http://[::1]:5000/")]
    public void This_computer_is_asked_directly(string address)
    {
        Assert.True(_proxy.IsBypassed(new Uri(address)));
        Assert.Null(_proxy.GetProxy(new Uri(address)));
    }

    [Fact]
    public void Every_other_host_is_asked_through_the_proxy() => Assert.Equal(
        new Uri("http://proxy.example:3128/"),
        _proxy.GetProxy(new Uri("https://mctest.rest.marketingcloudapis.com/")));

    [Fact]
    public async Task A_local_service_is_reached_though_the_proxy_is_dead()
    {
        await using var service = new SocketService(SocketExchange.Response(200, "{}"));
        using var handler = ServiceTransport.NetworkHandler(
            new WebProxy($"http://127.0.0.1:{SocketService.FreePort()}"));
        using var transport = new ServiceTransport(handler, null, TimeProvider.System);

        var attempt = await transport.SendAsync(
            HttpMethod.Get, service.Address, null, null, TimeSpan.FromSeconds(60), CancellationToken.None);

        Assert.Equal(200, attempt.Response?.Status);
    }
}
