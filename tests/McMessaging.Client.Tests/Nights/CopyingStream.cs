using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Nights;

/// <summary>A file that is written, and a copy of what it holds at any moment.</summary>
internal sealed class CopyingStream(FileStream file) : WrittenFile(file)
{
    private readonly FileStream _file = file;
    private readonly MemoryStream _copy = new();

    public byte[] Copy()
    {
        lock (_copy)
        {
            return _copy.ToArray();
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        lock (_copy)
        {
            _file.Write(buffer);
            _copy.Write(buffer);
        }
    }
}
