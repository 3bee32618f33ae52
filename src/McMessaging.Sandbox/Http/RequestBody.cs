using System.Buffers;

namespace McMessaging.Sandboxing.Http;

/// <summary>
/// The body of a request in a pooled buffer, which grows with what arrives and not with what is announced.
/// </summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>4 MB, as the service allows, counted in bytes of the body as sent.</summary>
    public const int Limit = 4 * 1024 * 1024;

    private const int FirstBufferSize = 16 * 1024;

    private byte[] _buffer = [];
    private int _length;

    private RequestBody()
    {
    }

    public bool IsTooLarge { get; private set; }

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <exception cref="InvalidDataException">The body ends early, or its chunks are none.</exception>
    /// <exception cref="OperationCanceledException">The body did not arrive in time.</exception>
    public static async ValueTask<RequestBody> ReadAsync(
        RequestHead head, ConnectionReader reader, CancellationToken cancellation)
    {
        var body = new RequestBody();
        try
        {
            if (head.IsChunked)
            {
                await body.FillFromChunksAsync(reader, cancellation).ConfigureAwait(false);
            }
            else
            {
                await body.FillAsync(reader, head.ContentLength, cancellation).ConfigureAwait(false);
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Return(_buffer);
        _buffer = [];
    }

    private async ValueTask FillFromChunksAsync(ConnectionReader reader, CancellationToken cancellation)
    {
        while (await reader.ReadChunkLengthAsync(cancellation).ConfigureAwait(false) is var length and > 0)
        {
            await FillAsync(reader, length, cancellation).ConfigureAwait(false);
            await reader.ReadLineAsync(cancellation).ConfigureAwait(false);
        }

        while (await reader.ReadLineAsync(cancellation).ConfigureAwait(false) != "")
        {
            // A header after the body, which means nothing here.
        }
    }

    // A body beyond the limit is read to its end and thrown away: an early response would reach the client as a
    // broken connection.
    private async ValueTask FillAsync(ConnectionReader reader, long count, CancellationToken cancellation)
    {
        while (count > 0)
        {
            if (_length == _buffer.Length)
            {
                Grow();
            }

            var room = _buffer.AsMemory(_length, (int)Math.Min(count, _buffer.Length - _length));
            var read = await reader.ReadAsync(room, cancellation).ConfigureAwait(false);
            if (read == 0)
            {
                throw new InvalidDataException();
            }

            count -= read;
            _length += read;
            if (IsTooLarge || _length > Limit)
            {
                IsTooLarge = true;
                _length = 0;
            }
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Clamp(_buffer.Length * 2, FirstBufferSize, Limit + 1));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        Return(_buffer);
        _buffer = larger;
    }

    private static void Return(byte[] buffer)
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
