using McMessaging.Commands;

namespace McMessaging.Tests.Formatting;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("robert@example.com", "r…@e…")]
    [InlineData("r@e", "…@…")]
    [InlineData("\"odd@local\"@example.com", "\"…@e…")]
    [InlineData("@", "…@…")]
    [InlineData("C-1001", "C-1001")]
    [InlineData(null, null)]
    public void A_contact_key_that_is_an_address_is_masked(string? key, string? shown) =>
        Assert.Equal(shown, DisplayText.ContactKey(key));

    [Theory]
    [InlineData(0, null, 202, "")]
    [InlineData(109106, "MissingRequiredField_to", 202, "109106 MissingRequiredField_to")]
    [InlineData(109106, null, 202, "109106")]
    [InlineData(null, "NoAnswer", null, "NoAnswer")]
    [InlineData(null, null, 502, "HTTP 502")]
    [InlineData(null, null, 202, "")]
    [InlineData(null, null, null, "")]
    public void An_error_is_shown_by_the_best_that_is_known(int? code, string? name, int? status, string shown) =>
        Assert.Equal(shown, DisplayText.Error(code, name, status));
}
