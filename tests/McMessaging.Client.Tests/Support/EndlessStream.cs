using System.Text;

namespace McMessaging.Client.Tests.Support;

/// <summary>A file that begins with a text and goes on without an end.</summary>
internal sealed class EndlessStream(string begin) : MemoryStream(Encoding.UTF8.GetBytes(begin))
{
    private long _position;

    public int Reads { get; private set; }

    public Action OnRead { get; init; } = () => { };

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        Reads++;
        OnRead();
        var read = base.Read(buffer, offset, count);
        buffer.AsSpan(offset + read, count - read).Fill((byte)'x');
        _position += count;
        return count;
    }
}
