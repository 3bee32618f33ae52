using McMessaging.Keys;

namespace McMessaging.Client.Tests.Keys;

/// <summary>The keys of messages that were refused with another one, and are sent again.</summary>
public sealed class MessageKeysSuccessorTests
{
    [Fact]
    public void The_successor_of_a_key_never_changes_and_descends_from_it()
    {
        var keys = OfRun("any");

        Assert.Equal("MhF5decfaasce3AW20ul2A", keys.Successor("order-1"));
        Assert.Equal("ClPiAjhy3GkCT1255-selg", keys.Successor("MhF5decfaasce3AW20ul2A"));
        Assert.True(keys.Descends("order-1", "order-1"));
        Assert.True(keys.Descends("ClPiAjhy3GkCT1255-selg", "order-1"));
        Assert.False(keys.Descends("order-1", "ClPiAjhy3GkCT1255-selg"));
    }

    // Computed apart from the code.
    [Theory]
    [InlineData(MessageChannel.Email, "welcome", "MhF5decfaasce3AW20ul2A")]
    [InlineData(MessageChannel.Sms, "welcome", "bKrgokomZ44AgEtLL8uL6Q")]
    [InlineData(MessageChannel.Email, "goodbye", "eMt4cpdzG2gr7CnY9rpeqg")]
    public void A_key_has_another_successor_in_each_channel_and_for_each_definition(
        MessageChannel channel, string definition, string successor) =>
        Assert.Equal(successor, new MessageKeys("any", channel, definition).Successor("order-1"));

    [Fact]
    public void A_key_descends_over_50_generations_at_most()
    {
        var keys = OfRun("r");
        var last = "order-1";
        for (var generation = 0; generation < 50; generation++)
        {
            last = keys.Successor(last);
        }

        Assert.True(keys.Descends(last, "order-1"));
        Assert.False(keys.Descends(keys.Successor(last), "order-1"));
    }

    private static MessageKeys OfRun(string run) => new(run, MessageChannel.Email, "welcome");
}
