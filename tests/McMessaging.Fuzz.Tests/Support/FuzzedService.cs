using System.Net;
using System.Net.Http.Headers;
using McMessaging.Http;

namespace McMessaging.Fuzz.Tests.Support;

/// <summary>
/// A connection to a service whose next response is what a case makes of it. It keeps nothing of what it was asked,
/// because millions of cases share it.
/// </summary>
internal sealed class FuzzedService : HttpMessageHandler
{
    private const string RestBase = "https://mctest.rest.marketingcloudapis.com/";

    private HttpStatusCode _status;
    private byte[] _body = [];

    public Connection Connection { get; private set; } = null!;

    public static async Task<FuzzedService> ConnectAsync()
    {
        var service = new FuzzedService();
        service.Connection = await Connection.ConnectAsync(
            Credentials(service, new VirtualTime()), CancellationToken.None);
        return service;
    }

    public static ConnectionOptions Credentials(HttpMessageHandler service, TimeProvider time) => new()
    {
        AuthBaseUri = new Uri(FakeService.AuthBase),
        ClientId = "client-" + Guid.NewGuid(),
        ClientSecret = Secret.Protect("s3cret"),
        MessageHandler = service,
        TimeProvider = time,
    };

    public static HttpResponseMessage Response(HttpStatusCode status, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpResponseMessage(status) { Content = content };
    }

    public void RespondWith(int status, byte[] body)
    {
        _status = (HttpStatusCode)status;
        _body = body;
    }

    /// <summary>Sends to recipients with the keys k1 to k5, each request once.</summary>
    public async Task<RecordingHost> SendAsync(MessageChannel channel, int recipients)
    {
        var host = new RecordingHost();
        var options = new SendOptions { Channel = channel, DefinitionKey = "welcome", MaxRetryCount = 0 };
        try
        {
            await using var operation = await SendOperation.StartAsync(
                Connection, options, new DictionaryReader(), host, CancellationToken.None);
            for (var i = 1; i <= recipients; i++)
            {
                await operation.AddAsync(
                    new Recipient { ContactKey = "c" + i, To = "15555551234", MessageKey = "k" + i });
            }

            await operation.CompleteAsync();
        }
        catch (McException)
        {
            // A run may end with an error in words; every recipient has its result all the same.
        }

        Assert.Equal(recipients, host.Results.Count);
        return host;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await (request.Content?.CopyToAsync(Stream.Null, cancellationToken) ?? Task.CompletedTask);
        return request.RequestUri!.AbsolutePath == "/v2/token"
            ? FakeResponse.Token("token", RestBase)
            : Response(_status, _body);
    }

    protected override void Dispose(bool disposing)
    {
        Connection.Dispose();
        base.Dispose(disposing);
    }
}
