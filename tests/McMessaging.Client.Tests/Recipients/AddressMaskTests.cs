namespace McMessaging.Client.Tests.Recipients;

/// <summary>What of an address is shown: enough to tell people apart, too little to write to them.</summary>
public sealed class AddressMaskTests
{
    [Theory]
    [InlineData("jonathan.smith@example.com", "jonat…th@exa…")]
    [InlineData("abcdef@ab.c", "ab…f@ab…")]
    [InlineData("abcde@example.com", "ab…@exa…")]
    [InlineData("a-name-that-is-far-too-long-for-anybody@example.com", "a-name…dy@exa…")]
    [InlineData("a@b", "…@…")]
    [InlineData("@example.com", "…@exa…")]
    [InlineData("\"a@b\"@example.com", "\"a…@exa…")]
    [InlineData("no address", "no address")]
    public void An_email_address_keeps_at_most_half_of_each_part(string address, string shown) =>
        Assert.Equal(shown, AddressMask.Email(address));

    [Theory]
    [InlineData("Mail to BOB@Example.com failed", "bob@example.com", false, "Mail to … failed")]
    [InlineData("Mail to other@example.com failed", "bob@example.com", false, "Mail to ot…@exa… failed")]
    [InlineData("Mail to <bob@example.com> failed", null, false, "Mail to <b…@exa…> failed")]
    [InlineData("Nothing to hide", "", false, "Nothing to hide")]
    [InlineData("Call 15555551234 now", null, false, "Call 15555551234 now")]
    [InlineData("Call 15555551234 now", null, true, "Call 15…34 now")]
    [InlineData("Call +1 (555) 555-1234 now", "15555551234", false, "Call +1…34 now")]
    [InlineData("Order 15555551234 is late", "bob@example.com", false, "Order 15555551234 is late")]
    public void Words_keep_no_address_of_anybody(string words, string? address, bool isSms, string shown) =>
        Assert.Equal(shown, AddressMask.Words(words, address, isSms));

    [Theory]
    [InlineData("bob@example.com", "bob@example.com", false, "b…@exa…")]
    [InlineData("bob@example.com", null, true, "b…@exa…")]
    [InlineData("12345", "12345", false, "12…45")]
    [InlineData("15555551234", null, true, "15…34")]
    [InlineData("15555551234", null, false, "15555551234")]
    [InlineData("+15555551234", null, false, "+1…34")]
    [InlineData("+customer", null, true, "+customer")]
    [InlineData("customer-42", "bob@example.com", true, "customer-42")]
    [InlineData("", "", false, "")]
    [InlineData("", "", true, "")]
    public void A_contact_key_is_masked_where_it_is_an_address(
        string key, string? address, bool isSms, string shown) =>
        Assert.Equal(shown, AddressMask.ContactKey(key, address, isSms));

    [Theory]
    [InlineData("1234", "…")]
    [InlineData("12345", "12…45")]
    public void A_number_keeps_its_ends_where_there_is_more(string number, string shown) =>
        Assert.Equal(shown, AddressMask.Number(number));

    [Theory]
    [InlineData("123456", false)]
    [InlineData("1234567", true)]
    [InlineData("123456789012345", true)]
    [InlineData("1234567890123456", false)]
    [InlineData("+1 (555) 555-12.34", true)]
    [InlineData("order 1234567", false)]
    public void A_mobile_number_has_7_to_15_digits_and_what_people_write_between_them(string text, bool isNumber) =>
        Assert.Equal(isNumber, AddressMask.IsNumber(text));

    [Fact]
    public void Nothing_in_place_of_a_text_is_an_error_of_the_caller()
    {
        Assert.Throws<ArgumentNullException>("text", () => AddressMask.Email(null!));
        Assert.Throws<ArgumentNullException>("words", () => AddressMask.Words(null!, null));
        Assert.Throws<ArgumentNullException>("key", () => AddressMask.ContactKey(null!, null, isSms: false));
    }
}
