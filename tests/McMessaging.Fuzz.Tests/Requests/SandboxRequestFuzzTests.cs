using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using McMessaging.Fuzz.Tests.Support;

namespace McMessaging.Fuzz.Tests.Requests;

/// <summary>Damaged requests to the sandbox, as bytes and as JSON: it responds or hangs up, and goes on.</summary>
public sealed class SandboxRequestFuzzTests : IDisposable
{
    private readonly Sandbox _sandbox = Sandbox.Start(new SandboxOptions());
    private readonly HttpClient _http;

    public SandboxRequestFuzzTests() => _http = new HttpClient { BaseAddress = _sandbox.Uri };

    public void Dispose()
    {
        _http.Dispose();
        _sandbox.Dispose();
    }

    [Fact]
    public async Task Any_bytes_are_responded_to_or_hung_up_on()
    {
        var token = await TokenAsync();
        var corpus = Corpus.Of("requests")
            .Select(bytes => Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\r\n"))
            .Select(text => text.Replace("TOKEN", token, StringComparison.Ordinal))
            .Select(text => text.Replace("HOST", _sandbox.Uri.Authority, StringComparison.Ordinal))
            .Select(Encoding.UTF8.GetBytes)
            .ToArray();

        await Fuzzing.RunAsync("sandbox-bytes", async (mutator, input) =>
        {
            input.Bytes = mutator.Damage(corpus);
            await ExchangeAsync(input.Bytes);
        });

        Assert.NotEqual("", await TokenAsync());
    }

    [Fact]
    public async Task Any_body_is_responded_to_without_an_error_of_the_server()
    {
        var token = await TokenAsync();
        var corpus = Corpus.Of("responses").Concat(Corpus.Of("tokens")).Concat(BodiesOf("requests")).ToArray();
        string[] paths =
        [
            "v2/token", "messaging/v1/email/messages", "messaging/v1/sms/messages", "messaging/v1/email/messages/k1",
            "messaging/v1/email/definitions", "messaging/v1/sms/definitions",
            "messaging/v1/messageDefinitionSends/key:welcome/send",
        ];

        await Fuzzing.RunAsync("sandbox-json", async (mutator, input) =>
        {
            input.Bytes = mutator.Damage(corpus);
            using var request = new HttpRequestMessage(HttpMethod.Post, mutator.Pick(paths))
            {
                Content = new ByteArrayContent(input.Bytes)
                {
                    Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
                },
                Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
            };
            using var response = await _http.SendAsync(request);
            Assert.InRange(response.StatusCode, HttpStatusCode.OK, (HttpStatusCode)499);
        });
    }

    private static IEnumerable<byte[]> BodiesOf(string kind) => Corpus.Of(kind)
        .Select(bytes => Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").Split("\n\n", 2))
        .Where(parts => parts.Length == 2 && parts[1].Length > 0)
        .Select(parts => Encoding.UTF8.GetBytes(parts[1]));

    private async Task<string> TokenAsync()
    {
        var credentials = $$"""
            {"grant_type":"client_credentials","client_id":"{{_sandbox.ClientId}}",
             "client_secret":"{{_sandbox.RevealClientSecret()}}"}
            """;
        using var response = await _http.PostAsync(
            "v2/token", new StringContent(credentials, Encoding.UTF8, "application/json"));
        return (await response.Content.ReadAsStringAsync()).Split("\"access_token\":\"")[1].Split('"')[0];
    }

    private async Task ExchangeAsync(byte[] request)
    {
        using var client = new TcpClient(AddressFamily.InterNetwork);
        await client.ConnectAsync(IPAddress.Loopback, _sandbox.Uri.Port);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(request);
            client.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(Stream.Null);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // It hung up before it had read all.
        }
    }
}
