using System.Buffers;
using System.Net;

namespace McMessaging.Sandboxing.Http;

/// <summary>The body of a request in a pooled buffer.</summary>
internal sealed class RequestBody : IDisposable
{
    /// <summary>4 MB, as the service allows, counted in bytes of the body as sent.</summary>
    public const int Limit = 4 * 1024 * 1024;

    private const int FirstBufferSize = 64 * 1024;

    private byte[] _buffer;
    private int _length;

    private RequestBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    public bool IsTooLarge { get; private set; }

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    public static async ValueTask<RequestBody> ReadAsync(HttpListenerRequest request, CancellationToken stopping)
    {
        var announced = request.HasEntityBody ? request.ContentLength64 : 0;
        var body = new RequestBody((int)Math.Clamp(announced + 1, FirstBufferSize, Limit + 1));
        try
        {
            await body.FillAsync(request.InputStream, stopping).ConfigureAwait(false);
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
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // A body beyond the limit is read to its end and thrown away: an early response would reach the client as a
    // broken connection.
    private async ValueTask FillAsync(Stream stream, CancellationToken stopping)
    {
        while (true)
        {
            if (_length == _buffer.Length)
            {
                Grow();
            }

            var read = await stream.ReadAsync(_buffer.AsMemory(_length), stopping).ConfigureAwait(false);
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
