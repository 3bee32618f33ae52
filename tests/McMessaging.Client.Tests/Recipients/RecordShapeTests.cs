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
    public void A_bag_of_attributes_is_known_wherever_it_stands_and_may_be_empty()
    {
        var first = Mapping.Map(Mapping.Members(("Attributes", Mapping.Members(("A", 1))), ("ContactKey", "c")));
        var empty = Mapping.Map(Mapping.Members(("Attributes", null), ("ContactKey", "c"), ("Other", 1)));

        Assert.Equal(new("A", "1"), Assert.Single(first.Attributes));
        Assert.Null(empty.Fault);
        Assert.Empty(empty.Attributes);
    }

    [Fact]
    public void A_record_is_a_result_only_where_it_has_all_that_a_result_has()
    {
        var result = Mapping.Map(Mapping.Members(
            ("Outcome", "Failed"), ("HttpStatus", 500), ("FromJournal", false), ("ContactKey", "c")));
        var order = Mapping.Map(Mapping.Members(("ContactKey", "c"), ("Outcome", "won")));

        Assert.Equal("ResultIsNotARecipient", result.Fault?.Name);
        Assert.Null(order.Fault);
        Assert.Equal(new("Outcome", "won"), Assert.Single(order.Attributes));
    }

    [Fact]
    public void Of_several_members_that_are_missing_the_first_is_named()
    {
        var mapping = new RecipientMapping { ContactKeyProperty = "First", ToProperty = "Second" };

        var fault = Mapping.Map(mapping, ("Third", 3)).Fault;

        Assert.Contains("no property 'First'", fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contact_key_that_is_empty_is_told_from_one_that_is_not_there()
    {
        var empty = Mapping.Map(Mapping.Members(("ContactKey", " "), ("To", "a@example.com")));
        var missing = Mapping.Map(Mapping.Members(("To", "a@example.com")));

        Assert.Contains("'ContactKey' is empty", empty.Fault?.Message, StringComparison.Ordinal);
        Assert.Contains("there is no property", missing.Fault?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MessageChannel.Sms, "mobile number")]
    [InlineData(MessageChannel.Email, "email address")]
    public void A_malformed_address_is_told_by_its_channel(MessageChannel channel, string words) => Assert.Contains(
        words,
        Mapping.Map(Mapping.Members(("ContactKey", "c"), ("To", "?")), null, channel).Fault?.Message,
        StringComparison.Ordinal);

    [Fact]
    public void Numbers_serve_as_keys_and_addresses()
    {
        var recipient = Mapping.Map(
            Mapping.Members(("ContactKey", 42), ("Phone", 15555551234L), ("MessageKey", 7)), null, MessageChannel.Sms);

        Assert.Equal(("42", "15555551234", "7"), (recipient.ContactKey, recipient.To, recipient.MessageKey));
    }
}
