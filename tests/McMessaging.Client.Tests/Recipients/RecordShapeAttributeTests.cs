using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Recipients;

public sealed class RecordShapeAttributeTests
{
    [Fact]
    public void Without_a_bag_all_remaining_members_are_attributes_in_order()
    {
        var recipient = Mapping.Map(Mapping.Members(
            ("Z", "1"), ("ContactKey", "c"), ("A", "2"), ("To", "t@example.com"), ("MessageKey", "k"), ("M", "3")));

        Assert.Equal([new("Z", "1"), new("A", "2"), new("M", "3")], recipient.Attributes);
    }

    [Theory]
    [InlineData("Attributes")]
    [InlineData("attributes")]
    public void With_a_bag_only_its_members_are_attributes(string name)
    {
        var recipient = Mapping.Map(Mapping.Members(
            ("ContactKey", "c"), ("Other", "no"), (name, Mapping.Members(("B", "1"), ("A", "2")))));

        Assert.Equal([new("B", "1"), new("A", "2")], recipient.Attributes);
    }

    [Fact]
    public void An_empty_or_missing_bag_means_no_attributes()
    {
        Assert.Empty(
            Mapping.Map(Mapping.Members(("ContactKey", "c"), ("Attributes", null), ("Other", "no"))).Attributes);
        Assert.Empty(Mapping.Map(Mapping.Members(("ContactKey", "c"), ("Attributes", Mapping.Members()))).Attributes);
    }

    [Theory]
    [InlineData("text")]
    [InlineData(17)]
    [InlineData(new[] { 1, 2 })]
    public void A_bag_that_is_no_object_is_named_in_the_rejection(object bag)
    {
        var fault = Mapping.Map(Mapping.Members(("ContactKey", "c"), ("Attributes", bag))).Fault;

        Assert.Equal("UnreadableProperty", fault!.Name);
        Assert.Contains("'Attributes'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recipient_brings_its_own_attributes()
    {
        var recipient = Mapping.Map(new Recipient
        {
            ContactKey = "c",
            To = "t@example.com",
            MessageKey = "k",
            Attributes = new Dictionary<string, object?> { ["A"] = 1, ["None"] = null },
        });

        Assert.Equal(("c", "t@example.com", "k"), (recipient.ContactKey, recipient.To, recipient.MessageKey));
        Assert.Equal(new("A", "1"), Assert.Single(recipient.Attributes));
    }

    [Fact]
    public void A_value_that_is_null_is_left_out_and_an_empty_text_is_not()
    {
        var recipient = Mapping.Map(Mapping.Members(
            ("ContactKey", "c"), ("Null", null), ("DbNull", DBNull.Value), ("JsonNull", Mapping.Json("null")),
            ("Empty", "")));

        Assert.Equal(new("Empty", ""), Assert.Single(recipient.Attributes));
    }
}
