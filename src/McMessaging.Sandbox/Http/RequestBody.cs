using System.Buffers;
using System.Net;

namespace McMessaging.Sandboxing.Http;

/// <summary>The body of a request in a pooled buffer.</summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>4 MB, as the service allows, counted in bytes of the body as sent.</summary>
    public const int Limit = 4 * 1024 * 1024;

    private const int FirstBufferSize = 16 * 1024;

    private byte[] _buffer;
    private int _length;

    private RequestBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    public bool IsTooLarge { get; private set; }

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <exception cref="TimeoutException">The body did not arrive in time.</exception>
    public static async ValueTask<RequestBody> ReadAsync(
        HttpListenerRequest request, TimeSpan timeout, CancellationToken stopping)
    {
        var body = new RequestBody(FirstBufferSize);
        if (!request.HasEntityBody)
        {
            return body;
        }

        // A read that stalls heeds no token. It ends with its connection, which its caller closes; until then the
        // buffer is the read's, and does not go back to the pool.
        await body.FillAsync(request.InputStream).WaitAsync(timeout, stopping).ConfigureAwait(false);
        return body;
    }

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // A body beyond the limit is read to its end and thrown away: an early response would reach the client as a
    // broken connection.
    private async Task FillAsync(Stream stream)
    {
        while (true)
        {
            if (_length == _buffer.Length)
            {
                Grow();
            }

            var read = await stream.ReadAsync(_buffer.AsMemory(_length)).ConfigureAwait(false);
            if (read == 0)
            {
                return;
            }

            _length += read;
            if (_length > Limit)
            {
                IsTooLarge = true;
                _length = 0;
            }
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(_buffer.Length * 2, Limit + 1));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
