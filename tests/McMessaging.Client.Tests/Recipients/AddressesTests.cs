using McMessaging.Recipients;

namespace McMessaging.Client.Tests.Recipients;

public sealed class AddressesTests
{
    [Theory]
    [InlineData("15555551234", "15555551234")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("+49 170 123-45.67", "491701234567")]
    [InlineData("0049 (0)170 1234567", "491701234567")]
    [InlineData("+49 (0) 170 1234567", "491701234567")]
    [InlineData("(555) 555-1234", "5555551234")]
    [InlineData("+1\u00A0555\u2011555\u20111234", "15555551234")]
    public void A_number_loses_what_people_write_between_digits(string text, string sent) =>
        Assert.Equal(sent, Addresses.Clean(text, MessageChannel.Sms));

    [Theory]
    [InlineData("0800 CALL-NOW")]
    [InlineData("+49 170 1234567 ext. 3")]
    [InlineData("a@example.com")]
    [InlineData("-")]
    [InlineData("1234567890123456")]
    [InlineData("\u0661\u0662\u0663")]
    public void What_is_no_number_is_none(string text) => Assert.Null(Addresses.Clean(text, MessageChannel.Sms));

    [Theory]
    [InlineData("a@example.com")]
    [InlineData("first.last+tag@sub.example.com")]
    [InlineData("\"odd local\"@example.com")]
    [InlineData("jörg@münchen.example")]
    [InlineData("root@localhost")]
    public void An_email_address_is_sent_as_it_is(string text) =>
        Assert.Equal(text, Addresses.Clean(text, MessageChannel.Email));

    [Theory]
    [InlineData(254, true)]
    [InlineData(255, false)]
    public void An_email_address_has_at_most_254_characters(int length, bool isOne)
    {
        var address = "a@example.com".PadLeft(length, 'a');

        Assert.Equal(isOne ? address : null, Addresses.Clean(address, MessageChannel.Email));
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("nowhere")]
    [InlineData("@example.com")]
    [InlineData(".nowhere")]
    [InlineData("a@")]
    [InlineData("a b@example.com")]
    [InlineData("a b\"@example.com")]
    [InlineData("\"a b@example.com")]
    [InlineData("a@b@example.com")]
    [InlineData("a@example..com")]
    [InlineData("a@.example.com")]
    [InlineData("a@example.com.")]
    [InlineData("a@exam ple.com")]
    [InlineData("a\u0007@example.com")]
    public void What_can_be_no_email_address_is_none(string text)
    {
        Assert.Null(Addresses.Clean(text, MessageChannel.Email));
        Assert.Null(Addresses.Clean(text, MessageChannel.Triggered));
    }
}
