using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;

namespace McMessaging.Testing;

/// <summary>One connection of a <see cref="SocketService"/>, and what a script can do with a request on it.</summary>
public sealed class SocketExchange(TcpClient client, CancellationToken end) : IDisposable
{
    private const byte TlsHandshake = 0x16;
    private readonly NetworkStream _stream = client.GetStream();

    public string Head { get; private set; } = "";

    public string Body { get; private set; } = "";

    /// <summary>Accepts every recipient.</summary>
    public static Task Accept(SocketExchange exchange) =>
        exchange.RespondAsync(202, FakeResponse.AcceptedJson(exchange.Body));

    /// <summary>A token for the service at this address.</summary>
    public static Func<SocketExchange, Task> Token(Uri restBase) =>
        Response(200, FakeResponse.TokenJson("token", restBase.ToString()));

    public static Func<SocketExchange, Task> Response(int status, string body, string headers = "") =>
        exchange => exchange.RespondAsync(status, body, headers);

    /// <summary>Closes the connection so that the other side sees a reset.</summary>
    public static Task Reset(SocketExchange exchange)
    {
        exchange.Client.LingerState = new LingerOption(true, 0);
        exchange.Client.Close();
        return Task.CompletedTask;
    }

    public static Task Close(SocketExchange exchange)
    {
        exchange.Client.Close();
        return Task.CompletedTask;
    }

    /// <summary>Sends the first half of a response and closes the connection.</summary>
    public static async Task HalfResponse(SocketExchange exchange)
    {
        var json = FakeResponse.AcceptedJson(exchange.Body);
        await exchange.WriteAsync(
            $"HTTP/1.1 202 Accepted\r\nContent-Length: {json.Length}\r\n\r\n{json[..(json.Length / 2)]}");
        exchange.Client.Close();
    }

    /// <summary>Leaves the request without a response until the client or the test ends the connection.</summary>
    public static Func<SocketExchange, Task> Silent(Action received) => async exchange =>
    {
        received();
        await exchange.ReadRequestAsync();
        exchange.Client.Close();
    };

    public static async Task Gzip(SocketExchange exchange)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(FakeResponse.AcceptedJson(exchange.Body)));
        }

        await exchange.WriteAsync(
            $"HTTP/1.1 202 Accepted\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n");
        await exchange.WriteAsync(packed.ToArray());
    }

    private TcpClient Client => client;

    public async Task<bool> ReadRequestAsync()
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await _stream.ReadAsync(one, end) == 0 || one[0] == TlsHandshake)
            {
                return false;
            }

            head.Append((char)one[0]);
        }

        Head = head.ToString();
        var length = Head.Split("\r\n").FirstOrDefault(
            line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        var body = new byte[length is null ? 0 : int.Parse(length.AsSpan(15), CultureInfo.InvariantCulture)];
        await _stream.ReadExactlyAsync(body, end);
        Body = Encoding.UTF8.GetString(body);
        return true;
    }

    public Task RespondAsync(int status, string body, string headers = "") => WriteAsync(
        $"HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\n{headers}"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public Task WriteAsync(byte[] bytes) => _stream.WriteAsync(bytes, end).AsTask();

    public void Dispose() => _stream.Dispose();
}
