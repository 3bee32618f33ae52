using System.Text;

namespace McMessaging.Client.Tests.Properties;

/// <summary>Gives half of a text, then fails as a connection does that breaks.</summary>
internal sealed class BrokenStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text)[..(text.Length / 2)])
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        return read > 0 ? read : throw new IOException("The connection broke.");
    }
}
