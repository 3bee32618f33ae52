using System.Text;
using McMessaging.Serialization;

namespace McMessaging.Client.Tests.Serialization;

public sealed class PooledBufferTests
{
    [Fact]
    public void It_keeps_what_it_has_when_it_grows()
    {
        using var buffer = new PooledBuffer(1);
        var text = string.Concat(Enumerable.Range(0, 5000));

        foreach (var character in text)
        {
            buffer.Append([(byte)character]);
        }

        Assert.Equal(text, Encoding.ASCII.GetString(buffer.Span));
        Assert.Equal(text, Encoding.ASCII.GetString(buffer.Memory.Span));
    }

    [Fact]
    public void A_writer_always_has_room()
    {
        using var buffer = new PooledBuffer(16);
        buffer.Append(new byte[16]);

        Assert.True(buffer.GetSpan().Length >= 256);
        Assert.True(buffer.GetSpan(1000).Length >= 1000);
        buffer.Advance(200);
        Assert.Equal(216, buffer.Length);
    }

    [Fact]
    public void Without_its_content_it_begins_anew()
    {
        using var buffer = new PooledBuffer(16);
        buffer.Append([1, 2]);

        buffer.Clear();
        buffer.Append([3]);

        Assert.Equal([3], buffer.Span.ToArray());
    }

    [Fact]
    public void Once_returned_it_has_nothing_and_may_be_returned_again()
    {
        var buffer = new PooledBuffer(16);
        buffer.Append([1, 2]);

        buffer.Dispose();
        buffer.Dispose();

        Assert.Equal(0, buffer.Length);
    }
}
