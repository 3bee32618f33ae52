using McMessaging.Cli.Output;

namespace McMessaging.Cli.Tests.Output;

/// <summary>People who run this program may have no PowerShell.</summary>
public sealed class AdviceTests
{
    // Nothing asks for a confirmation here.
    public static TheoryData<string> CatalogueAdvice => [.. ErrorCatalogue.All
        .Where(error => error.Name != "Declined")
        .Select(error => error.RecommendedAction)
        .Where(advice => advice.Contains('-', StringComparison.Ordinal))
        .Distinct()];

    [Theory]
    [MemberData(nameof(CatalogueAdvice))]
    public void Advice_of_the_catalogue_names_no_cmdlet_and_no_parameter_of_one(string advice) =>
        Assert.DoesNotMatch("(^|[ (])-[A-Z]|[a-z]-Mc[A-Z]", Advice.Of(advice));
}
