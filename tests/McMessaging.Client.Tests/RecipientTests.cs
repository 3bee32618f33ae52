namespace McMessaging.Client.Tests;

public sealed class RecipientTests
{
    [Theory]
    [InlineData("C-1", "Recipient C-1")]
    [InlineData("C\n1", "Recipient C 1")]
    [InlineData("person@example.com", "Recipient")]
    [InlineData(null, "Recipient")]
    public void It_shows_its_contact_key_unless_that_is_an_address(string? contactKey, string shown) => Assert.Equal(
        shown, new Recipient { ContactKey = contactKey, To = "other@example.com", MessageKey = "k" }.ToString());
}
