using System.Net;
using System.Net.Sockets;
using System.Text;

namespace McMessaging.Sandboxing.Tests.Support;

/// <summary>A connection on which a test writes its requests byte by byte.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient _client = new();

    public static async Task<RawConnection> OpenAsync(Sandbox sandbox)
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(IPAddress.Loopback, sandbox.Uri.Port);
        return connection;
    }

    public Task WriteAsync(string text) =>
        _client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();

    /// <summary>What comes until the other side closes the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var reader = new StreamReader(_client.GetStream(), Encoding.UTF8);
        try
        {
            return await reader.ReadToEndAsync(patience.Token);
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>What comes up to a text, and what came with it.</summary>
    public async Task<string> ReadUntilAsync(string end)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var text = "";
        var buffer = new byte[4096];
        while (!text.EndsWith(end, StringComparison.Ordinal))
        {
            var read = await _client.GetStream().ReadAsync(buffer, patience.Token);
            text += read == 0 ? throw new EndOfStreamException() : Encoding.UTF8.GetString(buffer, 0, read);
        }

        return text;
    }

    public void Dispose() => _client.Dispose();
}
