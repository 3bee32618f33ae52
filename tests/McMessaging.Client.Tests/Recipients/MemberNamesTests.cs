namespace McMessaging.Client.Tests.Recipients;

public sealed class MemberNamesTests
{
    [Theory]
    [InlineData(12, false)]
    [InlineData(13, true)]
    public void More_than_twelve_names_are_cut_with_a_sign(int count, bool isCut)
    {
        var words = MemberNames.Describe(Enumerable.Range(1, count).Select(number => $"N{number}"));

        Assert.StartsWith("'N1', 'N2', ", words, StringComparison.Ordinal);
        Assert.EndsWith(isCut ? "'N12', …" : "'N12'", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40, "")]
    [InlineData(41, "…")]
    public void A_long_name_is_cut_with_a_sign(int length, string sign) =>
        Assert.Equal(new string('n', 40) + sign, MemberNames.Plain(new string('n', length)));

    [Fact]
    public void Nothing_in_place_of_names_is_an_error_of_the_caller() =>
        Assert.Throws<ArgumentNullException>("names", () => MemberNames.Describe(null!));
}
