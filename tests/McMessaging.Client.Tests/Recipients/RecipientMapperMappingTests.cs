using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Recipients;

public sealed class RecipientMapperMappingTests
{
    [Fact]
    public void Named_members_take_the_place_of_the_usual_ones()
    {
        var mapping =
            new RecipientMapping { ContactKeyProperty = "kunde", ToProperty = "MAIL", MessageKeyProperty = "vorgang" };

        var recipient = Mapping.Map(
            mapping, ("Kunde", "c1"), ("Mail", "a@example.com"), ("Vorgang", "k1"), ("ContactKey", "other"),
            ("To", "b@example.com"));

        Assert.Equal(("c1", "a@example.com", "k1"), (recipient.ContactKey, recipient.To, recipient.MessageKey));
        Assert.Equal([new("ContactKey", "other"), new("To", "b@example.com")], recipient.Attributes);
    }

    [Theory]
    [InlineData("contact")]
    [InlineData("to")]
    [InlineData("key")]
    [InlineData("attribute")]
    public void A_named_member_that_is_not_there_is_named_in_the_rejection(string which)
    {
        var mapping = new RecipientMapping
        {
            ContactKeyProperty = which == "contact" ? "Missing" : null,
            ToProperty = which == "to" ? "Missing" : null,
            MessageKeyProperty = which == "key" ? "Missing" : null,
            AttributeProperty = which == "attribute" ? ["Missing"] : null,
        };

        var fault = Mapping.Map(
            mapping, ("ContactKey", "c"), ("To", "a@example.com"), ("MessageKey", "k")).Fault;

        Assert.Equal((null, "MissingProperty"), (fault!.Code, fault.Name));
        Assert.Contains("'Missing'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_member_may_be_contact_key_and_address()
    {
        var recipient = Mapping.Map(
            new RecipientMapping { ContactKeyProperty = "Email" }, ("Email", "a@example.com"));

        Assert.Equal(("a@example.com", "a@example.com"), (recipient.ContactKey, recipient.To));
        Assert.Empty(recipient.Attributes);
    }

    [Fact]
    public void The_address_serves_as_contact_key_only_where_there_is_none()
    {
        var mapping = new RecipientMapping { UseAddressAsContactKey = true };

        Assert.Equal("a@example.com", Mapping.Map(mapping, ("To", "a@example.com")).ContactKey);
        Assert.Equal("a@example.com", Mapping.Map(mapping, ("To", "a@example.com"), ("ContactKey", " ")).ContactKey);
        Assert.Equal("c", Mapping.Map(mapping, ("To", "a@example.com"), ("ContactKey", "c")).ContactKey);
        Assert.Equal(109105, Mapping.Map(mapping, ("Name", "x")).Fault!.Code);
    }

    [Fact]
    public void Exactly_the_named_members_become_attributes_in_the_named_order()
    {
        var mapping = new RecipientMapping { AttributeProperty = ["last", "contactkey"] };

        var recipient = Mapping.Map(mapping, ("ContactKey", "c"), ("First", "1"), ("Last", "2"));

        Assert.Equal([new("Last", "2"), new("ContactKey", "c")], recipient.Attributes);
    }

    [Fact]
    public void An_empty_list_of_attributes_means_none()
    {
        var mapping = new RecipientMapping { AttributeProperty = [] };

        Assert.Empty(Mapping.Map(mapping, ("ContactKey", "c"), ("First", "1")).Attributes);
        Assert.Empty(
            Mapping.Map(mapping, ("ContactKey", "c"), ("Attributes", Mapping.Members(("First", "1")))).Attributes);
    }
}
