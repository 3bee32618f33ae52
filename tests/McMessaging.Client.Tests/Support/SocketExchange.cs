using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;

namespace McMessaging.Client.Tests.Support;

/// <summary>One connection of a <see cref="SocketService"/>, and what a script can do with a request on it.</summary>
internal sealed class SocketExchange(TcpClient client, CancellationToken end) : IDisposable
{
    private const byte TlsHandshake = 0x16;
    private readonly NetworkStream _stream = client.GetStream();

    public string Head { get; private set; } = "";

    public string Body { get; private set; } = "";

    /// <summary>Accepts every recipient.</summary>
    public static Task Accept(SocketExchange requestResult) =>
        requestResult.ResponseAsync(202, FakeService.AcceptedJson(requestResult.Body));

    public static Func<SocketExchange, Task> Response(int status, string body, string headers = "") =>
        requestResult => requestResult.ResponseAsync(status, body, headers);

    /// <summary>Closes the connection so that the other side sees a reset.</summary>
    public static Task Reset(SocketExchange requestResult)
    {
        requestResult.Client.LingerState = new LingerOption(true, 0);
        requestResult.Client.Close();
        return Task.CompletedTask;
    }

    public static Task Close(SocketExchange requestResult)
    {
        requestResult.Client.Close();
        return Task.CompletedTask;
    }

    /// <summary>Answers with the first half of an answer and closes the connection.</summary>
    public static async Task HalfResponse(SocketExchange requestResult)
    {
        var json = FakeService.AcceptedJson(requestResult.Body);
        await requestResult.WriteAsync(
            $"HTTP/1.1 202 Accepted\r\nContent-Length: {json.Length}\r\n\r\n{json[..(json.Length / 2)]}");
        requestResult.Client.Close();
    }

    /// <summary>Leaves the request without an answer until the client or the test ends the connection.</summary>
    public static Func<SocketExchange, Task> Silent(Action received) => async requestResult =>
    {
        received();
        await requestResult.ReadRequestAsync();
        requestResult.Client.Close();
    };

    public static async Task Gzip(SocketExchange requestResult)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(FakeService.AcceptedJson(requestResult.Body)));
        }

        await requestResult.WriteAsync(
            $"HTTP/1.1 202 Accepted\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n");
        await requestResult.WriteAsync(packed.ToArray());
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

    public Task ResponseAsync(int status, string body, string headers = "") => WriteAsync(
        $"HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\n{headers}"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public Task WriteAsync(byte[] bytes) => _stream.WriteAsync(bytes, end).AsTask();

    public void Dispose() => _stream.Dispose();
}
