using McMessaging.Sandboxing.Messages;

namespace McMessaging.Sandboxing.Tests.Messages;

public class NewestMessagesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1024)]
    [InlineData(1500)]
    public void The_newest_are_found_by_number_and_key_and_the_others_forgotten(int capacity)
    {
        const int Count = 4000;
        var newest = new NewestMessages(capacity);
        for (var i = 1; i <= Count; i++)
        {
            newest.Add(Message(i, $"key-{i}"));
        }

        Assert.Equal((Count - capacity + 1, Count), (newest.First, newest.Last));
        for (var i = 1; i <= Count; i++)
        {
            var isKept = i > Count - capacity;
            Assert.Equal(isKept ? $"key-{i}" : null, newest.Find(i)?.MessageKey);
            Assert.Equal(isKept, newest.FindAccepted(1, $"key-{i}") is not null);
        }
    }

    [Fact]
    public void A_key_that_came_again_is_not_forgotten_with_its_first_message()
    {
        var newest = new NewestMessages(2);
        newest.Add(Message(1, "key"));
        newest.Add(Message(2, "key"));
        newest.Add(Message(3, "other"));

        Assert.Equal(2, newest.FindAccepted(1, "key")?.Sequence);
    }

    [Fact]
    public void Very_large_messages_are_forgotten_sooner()
    {
        var newest = new NewestMessages(100_000);
        var large = new Dictionary<string, string> { ["Text"] = new('x', 50 * 1024 * 1024) };
        for (var i = 1; i <= 10; i++)
        {
            newest.Add(Message(i, $"key-{i}") with { Attributes = large });
        }

        Assert.Equal(10, newest.Last);
        Assert.Equal(6, newest.First);
    }

    private static SandboxMessage Message(long sequence, string key) => new()
    {
        Sequence = sequence,
        Channel = "email",
        AccountId = 1,
        DefinitionKey = "welcome",
        MessageKey = key,
        ContactKey = "ada",
        Attributes = new Dictionary<string, string>(),
        Accepted = true,
        ReceivedAt = default,
        RequestId = "request",
    };
}
