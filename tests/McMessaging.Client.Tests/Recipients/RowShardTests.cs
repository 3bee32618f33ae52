using McMessaging.Recipients;

namespace McMessaging.Client.Tests.Recipients;

public sealed class RowShardTests
{
    [Fact]
    public void A_row_says_its_shard_as_it_was_written()
    {
        var shard = SendShard.Parse("2/3");

        Assert.Equal("2 of 3", RowShard.Text(shard));
        Assert.Equal(shard, RowShard.Read("2 of 3"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mine")]
    [InlineData("3 of 2")]
    public void What_is_no_shard_is_none(string? text) => Assert.Null(RowShard.Read(text));
}
