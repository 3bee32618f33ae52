using McMessaging.Journal;

namespace McMessaging.Client.Tests.Support;

/// <summary>
/// A journal on a disk that fails: in the middle of a write, or when it is asked to keep what was written.
/// </summary>
internal sealed class FailingJournalFile(string path, FailingDisk disk) : JournalFile(path)
{
    public override JournalWriter BeginWriting()
    {
        var file = OpenAtEnd();
        return new JournalWriter(new FailingStream(file, disk), () => disk.Keep(file), Path);
    }

    private sealed class FailingStream(FileStream file, FailingDisk disk) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => file.Length;

        public override long Position
        {
            get => file.Position;
            set => file.Position = value;
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            var taken = disk.Take(buffer.Length);
            file.Write(buffer[..taken]);
            if (taken < buffer.Length)
            {
                throw new IOException("No space left on device.");
            }
        }

        public override void Flush() => file.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                file.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
