using McMessaging.Keys;

namespace McMessaging.Client.Tests.Keys;

public sealed class ContactShardTests
{
    // Computed apart from the code: a host of another version would send to nobody, or to all a second time.
    [Theory]
    [InlineData(null, 2, 2)]
    [InlineData(null, 3, 1)]
    [InlineData(null, 8, 6)]
    [InlineData("contact-1", 8, 6)]
    [InlineData("Grüße 東京 😀", 8, 2)]
    public void A_contact_stands_in_one_part_and_never_changes(string? contactKey, int count, int number) =>
        Assert.Equal(
            [number],
            Enumerable.Range(1, count).Where(part => ContactShard.Holds(new SendShard(part, count), contactKey)));
}
