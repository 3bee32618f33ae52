namespace McMessaging.Client.Tests;

public sealed class SendShardTests
{
    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("1/8", 1, 8)]
    [InlineData("8/8", 8, 8)]
    [InlineData("10000/10000", 10_000, 10_000)]
    public void A_shard_is_written_as_it_is_read(string text, int number, int count)
    {
        var shard = SendShard.Parse(text);

        Assert.Equal(new SendShard(number, count), shard);
        Assert.Equal((number, count, text), (shard.Number, shard.Count, shard.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("1/2/3")]
    [InlineData("0/8")]
    [InlineData("9/8")]
    [InlineData("0/0")]
    [InlineData("1/10001")]
    [InlineData("1/ 8")]
    [InlineData("+1/8")]
    [InlineData("a/8")]
    [InlineData("1/b")]
    public void What_names_no_part_is_no_shard(string? text) =>
        Assert.Throws<FormatException>(() => SendShard.Parse(text!));

    [Theory]
    [InlineData(1, 0, "count")]
    [InlineData(1, 10_001, "count")]
    [InlineData(0, 8, "number")]
    [InlineData(9, 8, "number")]
    public void A_part_that_is_not_there_is_an_error_of_the_caller(int number, int count, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => new SendShard(number, count));
}
