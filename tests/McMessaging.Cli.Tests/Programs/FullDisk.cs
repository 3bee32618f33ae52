namespace McMessaging.Cli.Tests.Programs;

/// <summary>A stream that can be opened and not written.</summary>
internal sealed class FullDisk : MemoryStream
{
    public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");
}
