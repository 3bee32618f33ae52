using McMessaging.Commands;

namespace McMessaging.Tests.Formatting;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("robert@example.com", "ro…t@exa…")]
    [InlineData("jo@a.de", "j…@a.…")]
    [InlineData("anna.mueller1@example.com", "anna…r1@exa…")]
    [InlineData("r@e", "…@…")]
    [InlineData("\"odd@local\"@example.com", "\"odd…\"@exa…")]
    [InlineData("@", "…@…")]
    [InlineData("C-1001", "C-1001")]
    [InlineData(null, "")]
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

    [Theory]
    [InlineData(24, "ListDetectiveExclusion", "24 ListDetectiveExclusion")]
    [InlineData(24, null, "24")]
    [InlineData(0, "The message was dropped", "The message was dropped")]
    [InlineData(null, "Undeliverable", "Undeliverable")]
    [InlineData(null, null, "")]
    public void A_reason_is_the_code_and_the_words_of_the_service(int? code, string? words, string shown) =>
        Assert.Equal(shown, DisplayText.Reason(code, words));

    [Theory]
    [InlineData("No ada@example.com here", "ada@example.com", "No … here")]
    [InlineData("No eve@example.com here", "ada@example.com", "No e…@exa… here")]
    [InlineData("No 15551234567 here", "+1 (555) 123-4567", "No 15…67 here")]
    [InlineData("No item 15551234567 here", "ada@example.com", "No item 15551234567 here")]
    [InlineData("No address", null, "No address")]
    [InlineData(null, "ada@example.com", "")]
    public void Words_on_a_recipient_show_no_address_however_it_is_written(
        string? words, string? address, string shown) => Assert.Equal(shown, DisplayText.Words(words, address));

    [Fact]
    public void Addresses_are_masked_one_by_one() =>
        Assert.Equal("ro…t@exa…, %%Manager%%", DisplayText.Addresses(new[] { "robert@example.com", "%%Manager%%" }));

    [Fact]
    public void No_addresses_are_no_text() => Assert.Equal("", DisplayText.Addresses(null));

    [Theory]
    [InlineData("one two three", 20, "one two three")]
    [InlineData("one two three", 7, "one two\nthree")]
    [InlineData("Validation_DuplicateMessageKey", 26, "Validation_\nDuplicateMessageKey")]
    [InlineData("unbreakable", 4, "unbreakable")]
    [InlineData("", 4, "")]
    public void Lines_end_between_words_and_after_underscores(string text, int width, string lines) =>
        Assert.Equal(lines, DisplayText.Lines(text, width));
}
