using McMessaging.Keys;

namespace McMessaging.Client.Tests.Keys;

/// <summary>The keys of rows that are no recipients.</summary>
public sealed class MessageKeysRowTests
{
    // Computed apart from the code: a key that changed would make a second message of a row that was corrected before.
    [Theory]
    [InlineData("run-1", MessageChannel.Email, "welcome", "row", "xv2ggSOlt87fQJ7WbhZIog")]
    [InlineData("run-2", MessageChannel.Email, "welcome", "row", "juu2p34x_JfTPh50mnO83Q")]
    [InlineData("run-1", MessageChannel.Sms, "welcome", "row", "Gg71Tk7vGNlPVuVXavsjfw")]
    [InlineData("run-1", MessageChannel.Email, "goodbye", "row", "LBZoTwhiv-sm2YyhCsucFg")]
    [InlineData("run-1", MessageChannel.Email, "welcome", "Grüße 東京 😀", "wzTiAmQg-4AEeqi_sNGOVA")]
    public void A_key_depends_on_run_channel_definition_and_row_and_never_changes(
        string run, MessageChannel channel, string definition, string row, string key) =>
        Assert.Equal(key, new MessageKeys(run, channel, definition).OfRow(row));

    [Fact]
    public void It_does_not_depend_on_what_came_before()
    {
        var keys = OfRun("run-1");
        keys.Derive("contact-1", "person1@example.com");
        keys.OfRow("another row");

        Assert.Equal("xv2ggSOlt87fQJ7WbhZIog", keys.OfRow("row"));
    }

    [Fact]
    public void Rows_that_say_the_same_have_fixed_keys_of_their_own()
    {
        var keys = OfRun("run-1");

        Assert.Equal(
            ["xv2ggSOlt87fQJ7WbhZIog", "SZsr2_-GgldvGgleXz6QiA"],
            [keys.OfRow("row"), keys.OfRow("row")]);
    }

    [Fact]
    public void A_recipient_may_have_it_all_the_same()
    {
        var keys = OfRun("run-1");

        Assert.True(keys.TryTake(keys.OfRow("row")));
    }

    private static MessageKeys OfRun(string run) => new(run, MessageChannel.Email, "welcome");
}
