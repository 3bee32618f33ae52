using System.Text;
using McMessaging.Batches;
using McMessaging.Client.Tests.Support;
using McMessaging.Endpoints;

namespace McMessaging.Client.Tests.Batches;

/// <summary>How many recipients and bytes a batch has.</summary>
public sealed class BatchBuilderTests
{
    private static readonly MessagesEndpoint Endpoint = new(Sends.Email(), []);

    [Theory]
    [InlineData(null, null, false, 2000)]
    [InlineData(null, null, true, 500)]
    [InlineData(700, null, true, 700)]
    [InlineData(3000, null, false, 2000)]
    [InlineData(null, 60, false, 60)]
    [InlineData(50, 60, false, 50)]
    public void It_is_full_with_as_many_as_were_wished_and_may_be(
        int? batchSize, int? largest, bool carriesAttributes, int limit)
    {
        var builder = new BatchBuilder(Endpoint, batchSize, largest);

        Send(builder, limit - 1, carriesAttributes);
        var before = (builder.IsFull, builder.HasRoomFor(1, carriesAttributes));
        Send(builder, 1, carriesAttributes);
        var after = (builder.IsFull, builder.HasRoomFor(1, carriesAttributes));

        Assert.Equal(((false, true), (true, false)), (before, after));
    }

    [Fact]
    public void With_500_there_is_room_for_one_without_attributes_only()
    {
        var builder = new BatchBuilder(Endpoint, batchSize: null);
        Send(builder, 500, carriesAttributes: false);

        Assert.Equal((true, false), (builder.HasRoomFor(1, false), builder.HasRoomFor(1, true)));
    }

    [Fact]
    public void It_is_full_with_4000_of_whom_few_are_sent()
    {
        var builder = new BatchBuilder(Endpoint, batchSize: null);
        Send(builder, 1, carriesAttributes: false);

        Decide(builder, 3998);
        var before = builder.IsFull;
        Decide(builder, 1);

        Assert.Equal((false, true), (before, builder.IsFull));
    }

    [Fact]
    public void A_body_has_4_000_000_bytes_and_not_one_more()
    {
        var builder = new BatchBuilder(Endpoint, batchSize: null);
        Send(builder, 1, carriesAttributes: false);
        var room = BatchBuilder.MaxBodyBytes - builder.BodyBytes(4) - 1;

        Assert.Equal((true, false), (builder.HasRoomFor(room, false), builder.HasRoomFor(room + 1, false)));
        Assert.True(new BatchBuilder(Endpoint, batchSize: null).HasRoomFor(BatchBuilder.MaxBodyBytes * 2, true));
    }

    [Fact]
    public void The_bytes_of_a_body_are_those_of_its_frame_and_its_recipient() => Assert.Equal(
        Endpoint.Frame.Prefix.Length + 7 + Endpoint.Frame.Suffix.Length,
        new BatchBuilder(Endpoint, batchSize: null).BodyBytes(7));

    [Fact]
    public void A_batch_that_is_taken_has_a_whole_body_and_the_next_one_is_new()
    {
        var builder = new BatchBuilder(Endpoint, batchSize: null);
        Send(builder, 2, carriesAttributes: false);

        using var batch = builder.Take();

        var (prefix, suffix) = (Text(Endpoint.Frame.Prefix.Span), Text(Endpoint.Frame.Suffix.Span));
        Assert.Equal($"{prefix}\"me\",\"me\"{suffix}", Text(batch.Body.Span));
        Assert.True(builder.IsEmpty);
        Assert.Throws<InvalidOperationException>(builder.Take);
    }

    [Fact]
    public void A_batch_of_decided_ones_has_no_body()
    {
        var builder = new BatchBuilder(Endpoint, batchSize: null);
        Decide(builder, 2);

        using var batch = builder.Take();

        Assert.Equal((0, 2), (batch.Body.Length, batch.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Input_objects_are_kept_only_where_they_are_wanted(bool keepsRows)
    {
        var builder = new BatchBuilder(Endpoint, batchSize: null, keepsRows: keepsRows);
        Send(builder, 1, carriesAttributes: false);

        using var batch = builder.Take();

        Assert.Equal(keepsRows, batch.Rows is not null);
    }

    private static void Send(BatchBuilder builder, int count, bool carriesAttributes)
    {
        for (var i = 0; i < count; i++)
        {
            builder.AddToSend(new BatchEntry(i, $"k{i}", $"c{i}", null), "\"me\""u8, carriesAttributes, single: null);
        }
    }

    private static void Decide(BatchBuilder builder, int count)
    {
        for (var i = 0; i < count; i++)
        {
            builder.AddDecided(new RecipientResult { Index = i });
        }
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
