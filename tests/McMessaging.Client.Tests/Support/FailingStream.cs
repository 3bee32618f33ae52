namespace McMessaging.Client.Tests.Support;

/// <summary>What is written to a disk that fails in the middle of a write.</summary>
internal sealed class FailingStream(FileStream file, FailingDisk disk) : WrittenFile(file)
{
    private readonly FileStream _file = file;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var taken = disk.Take(buffer.Length);
        _file.Write(buffer[..taken]);
        if (taken < buffer.Length)
        {
            throw new IOException("No space left on device.");
        }
    }
}
