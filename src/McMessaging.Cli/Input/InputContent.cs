using System.Globalization;

namespace McMessaging.Cli.Input;

/// <summary>
/// The input's bytes. A read that fails is an error of the input, with its place; so is a record longer than anything
/// that could be sent, before it fills the memory.
/// </summary>
internal sealed class InputContent(Stream stream, string name) : Stream
{
    // A request takes 4,000,000 bytes; escapes, white space and columns that are not sent may make its record longer.
    public const int LongestRecord = 16 * 1024 * 1024;

    private long _room = long.MaxValue;

    public override bool CanRead => true;

    public override bool CanSeek => stream.CanSeek;

    public override bool CanWrite => false;

    public override long Length => stream.Length;

    public override long Position
    {
        get => stream.Position;
        set
        {
            stream.Position = value;
            _room = long.MaxValue;
        }
    }

    /// <summary>The line of what is being read, for errors.</summary>
    public long Line { get; set; } = 1;

    /// <summary>From here on a record is read.</summary>
    /// <param name="line">Its line, from 1.</param>
    public void BeginRecord(long line)
    {
        Line = line;
        _room = LongestRecord;
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Count(stream.Read(buffer));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(exception);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Count(await stream.ReadAsync(buffer, cancellationToken));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(exception);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        _room -= read;
        return _room >= 0 ? read : throw new InputException(
            name,
            Line,
            string.Create(CultureInfo.InvariantCulture, $"the record has more than {LongestRecord:N0} bytes."),
            "Look for a quote, bracket or end of line that is missing.");
    }

    private InputException Unreadable(Exception cause) =>
        new(
            name,
            Line,
            $"it cannot be read any further ({cause.Message.TrimEnd('.')}).",
            "Check the file and its disk.");
}
