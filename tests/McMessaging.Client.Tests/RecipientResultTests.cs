namespace McMessaging.Client.Tests;

public sealed class RecipientResultTests
{
    [Theory]
    [InlineData(SendOutcome.Accepted, null, "k: Accepted")]
    [InlineData(SendOutcome.Rejected, "Held", "k: Rejected (Held)")]
    public void It_shows_its_key_its_outcome_and_the_name_of_its_error_if_it_has_one(
        SendOutcome outcome, string? name, string shown) => Assert.Equal(
        shown, new RecipientResult { MessageKey = "k", Outcome = outcome, ErrorName = name }.ToString());

    [Fact]
    public void Without_a_definition_its_key_is_empty() => Assert.Equal("", new RecipientResult().DefinitionKey);
}
