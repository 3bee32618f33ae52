namespace McMessaging.Client.Tests.Errors;

public sealed class ErrorExplanationTests
{
    [Theory]
    [InlineData(109121, "Validation_InvalidValue_to")]
    [InlineData(109121, null)]
    [InlineData(109121, "a name that the service made up")]
    public void A_code_has_its_meaning_whatever_the_name(int code, string? name) =>
        Assert.Equal(ErrorCatalogue.Find(109121)[0].Meaning, ErrorCatalogue.Explain(code, name)?.Meaning);

    [Fact]
    public void A_name_without_code_has_its_meaning() =>
        Assert.Same(ErrorCatalogue.Find("CouldNotConnect")[0], ErrorCatalogue.Explain(null, "CouldNotConnect"));

    [Fact]
    public void A_code_with_two_meanings_has_the_one_of_its_name()
    {
        var meanings = ErrorCatalogue.Find(1000);

        Assert.Equal(2, meanings.Count);
        Assert.All(meanings, error => Assert.Equal(error.Meaning, ErrorCatalogue.Explain(1000, error.Name)?.Meaning));
    }

    [Theory]
    [InlineData(424242, null)]
    [InlineData(null, "Nonsense")]
    [InlineData(null, "*")]
    [InlineData(null, "1000")]
    [InlineData(null, null)]
    public void What_is_unknown_has_none(int? code, string? name) =>
        Assert.Null(ErrorCatalogue.Explain(code, name));
}
