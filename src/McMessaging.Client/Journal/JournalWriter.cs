using McMessaging.Serialization;

namespace McMessaging.Journal;

/// <summary>
/// Appends lines for many workers. Who waits for the disk while another writes is written by the next one in a single
/// go. After the first failure nothing is written again.
/// </summary>
internal sealed class JournalWriter(Stream stream, Action flushToDisk, string path) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly object _lock = new();
    private PooledBuffer _pending = new(16 * 1024);
    private PooledBuffer _writing = new(16 * 1024);
    private long _appended;
    private long _written;
    private long _durable;
    private McException? _failure;

    /// <summary>Appends lines and waits until they are with the operating system, or also on the disk.</summary>
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
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
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
        stream.Dispose();
    }

    private long Enqueue(ReadOnlySpan<byte> lines)
    {
        lock (_lock)
        {
            _pending.Append(lines);
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
        stream.Flush();
        _writing.Clear();
        _written = upTo;
    }
}
