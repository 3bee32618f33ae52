namespace McMessaging.Client.Tests;

public sealed class CountWordsTests
{
    [Theory]
    [InlineData(0, "0", "0 recipients")]
    [InlineData(1, "1", "1 recipient")]
    [InlineData(999, "999", "999 recipients")]
    [InlineData(1_234_567, "1,234,567", "1,234,567 recipients")]
    public void A_number_has_its_thousands_separated_and_one_is_not_many(long count, string number, string recipients)
    {
        Assert.Equal(number, CountWords.Number(count));
        Assert.Equal(recipients, CountWords.Recipients(count));
    }
}
