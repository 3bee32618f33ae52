namespace McMessaging.Client.Tests;

public sealed class SendSummaryTests
{
    [Theory]
    [InlineData(2, 3, true)]
    [InlineData(5, 0, true)]
    [InlineData(0, 5, true)]
    [InlineData(2, 2, false)]
    public void Who_was_accepted_before_counts_as_accepted(long now, long before, bool isAll)
    {
        var summary = new SendSummary(
            5, now, before, 5 - now - before, 0, 0, 0, Requests: 1, Retries: 0, TimeSpan.Zero);

        Assert.Equal(isAll, summary.AllAccepted);
        Assert.EndsWith($", {now + before} accepted", summary.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(
        1, 0, null, "1 recipient repeats a contact key and address that came before. It is a message of its own.")]
    [InlineData(
        2, 0, null, "2 recipients repeat a contact key and address that came before. Each is a message of its own.")]
    [InlineData(
        0, 1, null, "1 recipient was taken earlier under this run id; a new send needs a new run id.")]
    [InlineData(
        0, 2, null, "2 recipients were taken earlier under this run id; a new send needs a new run id.")]
    [InlineData(
        0, 0, "r.csv", "The earlier file of rejected rows may hold corrections; it is kept as 'r.csv'.")]
    public void It_notes_what_people_should_know_beside_the_counts(
        long repeats, long takenElsewhere, string? kept, params string[] notes)
    {
        var summary = new SendSummary(5, 5, 0, 0, 0, 0, 0, Requests: 1, Retries: 0, TimeSpan.Zero)
        {
            Repeats = repeats,
            TakenElsewhere = takenElsewhere,
            EarlierRejectedPath = kept,
        };

        Assert.Equal(notes, summary.Notes());
    }
}
