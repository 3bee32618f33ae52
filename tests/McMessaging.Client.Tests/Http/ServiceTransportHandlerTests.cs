using McMessaging.Http;

namespace McMessaging.Client.Tests.Http;

/// <summary>What lies between the transport and the network.</summary>
public sealed class ServiceTransportHandlerTests
{
    [Fact]
    public void A_proxy_that_is_given_is_used()
    {
        var proxy = new Uri("http://proxy.example:3128/");
        using var network = ServiceTransport.NetworkHandler(new System.Net.WebProxy(proxy));

        Assert.True(network.UseProxy);
        Assert.Equal(proxy, network.Proxy!.GetProxy(new Uri("https://mctest.rest.marketingcloudapis.com/")));
    }

    [Fact]
    public void A_handler_that_is_given_is_left_to_its_owner()
    {
        using var handler = new WatchedHandler();
        var transport = new ServiceTransport(handler, null, TimeProvider.System);
        Assert.False(transport.IsClosed);

        transport.Dispose();

        Assert.True(transport.IsClosed);
        Assert.False(handler.IsDisposed);
    }

    private sealed class WatchedHandler : HttpMessageHandler
    {
        public bool IsDisposed { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
