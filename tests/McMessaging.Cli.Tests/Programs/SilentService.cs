using System.Net;
using System.Text;

namespace McMessaging.Cli.Tests.Programs;

/// <summary>A service that gives a token and then never answers a send.</summary>
internal sealed class SilentService : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Uri _restUri;

    /// <param name="isRestThere">Whether the address that its token answer names is there at all.</param>
    public SilentService(bool isRestThere = true)
    {
        Uri = LoopbackPort.FreeUri();
        _restUri = isRestThere ? Uri : LoopbackPort.FreeUri();
        _listener.Prefixes.Add(Uri.ToString());
        _listener.Start();
        _ = ListenAsync();
    }

    public Uri Uri { get; }

    /// <summary>Ends with the first send.</summary>
    public Task Asked => _asked.Task;

    public Dictionary<string, string> Variables => new()
    {
        ["SFMC_AUTH_BASE_URL"] = Uri.ToString(),
        ["SFMC_CLIENT_ID"] = "client",
        ["SFMC_CLIENT_SECRET"] = "secret",
    };

    public void Dispose() => _listener.Close();

    private async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            var exchange = await _listener.GetContextAsync();
            if (exchange.Request.Url!.AbsolutePath == "/v2/token")
            {
                Response(exchange.Response);
            }
            else
            {
                _asked.TrySetResult();
            }
        }
    }

    private void Response(HttpListenerResponse response)
    {
        response.ContentType = "application/json";
        response.Close(
            Encoding.UTF8.GetBytes(
                $$"""{"access_token":"t","expires_in":1080,"rest_instance_url":"{{_restUri}}"}"""),
            willBlock: true);
    }
}
