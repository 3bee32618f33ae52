using McMessaging.Serialization;

namespace McMessaging.Journal;

/// <summary>
/// Appends lines for many workers, and seals them in their order. Who waits for the disk while another writes is
/// written by the next one in a single go. After the first failure nothing is written again.
/// </summary>
/// <param name="stream">The file, at its end; whoever opened it closes it. What is written is not held back.</param>
/// <param name="flushToDisk">Returns when the disk has all that was written.</param>
/// <param name="path">The file's name, for errors.</param>
/// <param name="lineCount">The lines that are there already.</param>
internal sealed class JournalWriter(Stream stream, Action flushToDisk, string path, long lineCount) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly object _lock = new();
    private PooledBuffer _pending = new(16 * 1024);
    private PooledBuffer _writing = new(16 * 1024);
    private long _lineCount = lineCount;
    private long _appended;
    private long _written;
    private long _durable;
    private McException? _failure;

    /// <summary>
    /// Appends lines, each with its line end, and waits until the operating system has them, or also the disk.
    /// </summary>
    /// <exception cref="McException">The journal cannot be written, now or since an earlier failure.</exception>
    public async Task AppendAsync(ReadOnlyMemory<byte> lines, bool untilOnDisk)
    {
        var mine = Enqueue(lines.Span);
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_failure is not null)
            {
                throw _failure;
            }

            if (_written < mine)
            {
                WritePending();
            }

            if (!untilOnDisk || _durable >= mine)
            {
                return;
            }

            flushToDisk();
            _durable = _written;
        }
        catch (Exception exception) when (
            exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            throw _failure = JournalErrors.CannotWrite(path, exception);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _pending.Dispose();
        _writing.Dispose();
        _turn.Dispose();
    }

    private long Enqueue(ReadOnlySpan<byte> lines)
    {
        lock (_lock)
        {
            for (var rest = lines; !rest.IsEmpty;)
            {
                var length = rest.IndexOf((byte)'\n');
                JournalSeal.Append(_pending, ++_lineCount, rest[..length]);
                rest = rest[(length + 1)..];
            }

            return _appended += lines.Length;
        }
    }

    private void WritePending()
    {
        long upTo;
        lock (_lock)
        {
            (_pending, _writing) = (_writing, _pending);
            upTo = _appended;
        }

        stream.Write(_writing.Span);
        _writing.Clear();
        _written = upTo;
    }
}
