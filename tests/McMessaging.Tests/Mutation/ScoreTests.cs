using McMessaging.Mutation;

namespace McMessaging.Tests.Mutation;

public sealed class ScoreTests
{
    [Fact]
    public void A_fault_is_noticed_by_a_test_that_fails_or_never_ends()
    {
        var score = ScoreOf("Keys", Verdict.Failed, Verdict.Hung, Verdict.Survived, Verdict.NotCovered);

        Assert.Equal((4, 2, 50), (score.Faults, score.Unnoticed, score.Percent));
    }

    [Fact]
    public void A_fault_that_was_not_tried_is_not_noticed() =>
        Assert.Equal(1, Score.Of([FaultOf(1, "Keys")], [])[0].Unnoticed);

    [Theory]
    [InlineData("Keys", 91, false)]
    [InlineData("Keys", 92, true)]
    [InlineData("Files", 91, true)]
    public void Where_a_fault_loses_or_doubles_messages_92_percent_are_required(
        string folder, int noticed, bool isEnough) => Assert.Equal(
        isEnough,
        ScoreOf(folder, [.. Verdicts(noticed, Verdict.Failed), .. Verdicts(100 - noticed, Verdict.Survived)]).IsEnough);

    [Theory]
    [InlineData(84, false)]
    [InlineData(85, true)]
    public void Of_all_85_percent_are_required(int noticed, bool isEnough)
    {
        var faults = Enumerable.Range(0, 100).Select(id => FaultOf(id, "Files")).ToArray();
        var trials = faults.Take(noticed).Select(fault => TrialOf(fault.Id, Verdict.Failed));

        Assert.Equal(isEnough, Score.Of(faults, trials)[^1].IsEnough);
    }

    private static Score ScoreOf(string folder, params Verdict[] verdicts) => Score.Of(
        [.. verdicts.Select((_, id) => FaultOf(id, folder))],
        verdicts.Select((verdict, id) => TrialOf(id, verdict)))[0];

    private static IEnumerable<Verdict> Verdicts(int count, Verdict verdict) => Enumerable.Repeat(verdict, count);

    private static Fault FaultOf(int id, string folder) => new(id, $"{folder}/Some.cs", 1, "Kind", "a", "b");

    private static Trial TrialOf(int fault, Verdict verdict) => new(fault, new Finding(verdict, null));
}
