using McMessaging.Client.Tests.Support;
using McMessaging.Recipients;

namespace McMessaging.Client.Tests.Recipients;

public sealed class RecordShapeTests
{
    [Theory]
    [InlineData("ContactKey")]
    [InlineData("SubscriberKey")]
    [InlineData("contactkey")]
    [InlineData("SUBSCRIBERKEY")]
    public void Each_name_of_the_contact_key_is_known(string name)
    {
        var recipient = Mapping.Map(Mapping.Members((name, "c1")));

        Assert.Equal("c1", recipient.ContactKey);
        Assert.Empty(recipient.Attributes);
    }

    [Theory]
    [InlineData(MessageChannel.Email, "To")]
    [InlineData(MessageChannel.Email, "Address")]
    [InlineData(MessageChannel.Email, "EmailAddress")]
    [InlineData(MessageChannel.Email, "Email")]
    [InlineData(MessageChannel.Email, "eMAIL")]
    [InlineData(MessageChannel.Triggered, "To")]
    [InlineData(MessageChannel.Triggered, "Address")]
    [InlineData(MessageChannel.Triggered, "EmailAddress")]
    [InlineData(MessageChannel.Triggered, "Email")]
    [InlineData(MessageChannel.Sms, "To")]
    [InlineData(MessageChannel.Sms, "MobileNumber")]
    [InlineData(MessageChannel.Sms, "PhoneNumber")]
    [InlineData(MessageChannel.Sms, "Phone")]
    [InlineData(MessageChannel.Sms, "phone")]
    public void Each_name_of_the_address_is_known_on_its_channel(MessageChannel channel, string name)
    {
        var address = channel == MessageChannel.Sms ? "15555551234" : "there@example.com";

        var recipient = Mapping.Map(Mapping.Members(("ContactKey", "c"), (name, address)), null, channel);

        Assert.Equal(address, recipient.To);
        Assert.Empty(recipient.Attributes);
    }

    [Theory]
    [InlineData(MessageChannel.Email, "Phone")]
    [InlineData(MessageChannel.Email, "MobileNumber")]
    [InlineData(MessageChannel.Sms, "Email")]
    [InlineData(MessageChannel.Sms, "Address")]
    public void A_name_of_another_channel_is_an_attribute(MessageChannel channel, string name)
    {
        var recipient = Mapping.Map(Mapping.Members(("ContactKey", "c"), (name, "there")), null, channel);

        Assert.Null(recipient.To);
        Assert.Equal(new(name, "there"), Assert.Single(recipient.Attributes));
    }

    [Fact]
    public void Of_several_names_the_first_of_the_list_counts_and_the_others_are_attributes()
    {
        var recipient = Mapping.Map(Mapping.Members(
            ("Email", "2@example.com"), ("SubscriberKey", "s"), ("To", "1@example.com"), ("ContactKey", "c")));

        Assert.Equal(("c", "1@example.com"), (recipient.ContactKey, recipient.To));
        Assert.Equal([new("Email", "2@example.com"), new("SubscriberKey", "s")], recipient.Attributes);
    }

    [Theory]
    [InlineData("MessageKey")]
    [InlineData("messagekey")]
    public void The_message_key_is_known(string name) =>
        Assert.Equal("k", Mapping.Map(Mapping.Members(("ContactKey", "c"), (name, "k"))).MessageKey);

    [Fact]
    public void Records_of_different_shapes_may_follow_each_other()
    {
        var mapper = new RecipientMapper(new RecipientMapping(), MessageChannel.Email, new DictionaryReader());
        var recipient = new MappedRecipient();

        mapper.Map(Mapping.Members(("ContactKey", "a"), ("To", "a@example.com"), ("X", 1)), recipient);
        mapper.Map(Mapping.Members(("To", "b@example.com"), ("ContactKey", "b"), ("Y", 2)), recipient);

        Assert.Equal(("b", "b@example.com"), (recipient.ContactKey, recipient.To));
        Assert.Equal(new("Y", "2"), Assert.Single(recipient.Attributes));
    }

    [Fact]
    public void Numbers_serve_as_keys_and_addresses()
    {
        var recipient = Mapping.Map(
            Mapping.Members(("ContactKey", 42), ("Phone", 15555551234L), ("MessageKey", 7)), null, MessageChannel.Sms);

        Assert.Equal(("42", "15555551234", "7"), (recipient.ContactKey, recipient.To, recipient.MessageKey));
    }
}
