using McMessaging.Client.Tests.Support;
using McMessaging.Recipients;

namespace McMessaging.Client.Tests.Recipients;

public sealed class MappedRecipientTests
{
    [Fact]
    public void Cleared_it_knows_nothing_of_the_object_before()
    {
        var recipient = new MappedRecipient
        {
            ContactKey = "c",
            To = "a@example.com",
            GivenTo = " a@example.com",
            MessageKey = "k",
            Attributes = { new("A", "1") },
            Returned = ReturnedRow.Read("k", "Failed", errorCode: null, errorName: null, sentAt: null),
            IsElsewhere = true,
            Fault = RecipientFault.NoMembers(),
        };

        recipient.Clear();

        Assert.Equivalent(new MappedRecipient(), recipient, strict: true);
    }

    [Fact]
    public void The_members_of_its_object_are_kept_where_that_is_wanted_whether_it_is_one_or_not()
    {
        var mapper = new RecipientMapper(new RecipientMapping(), MessageChannel.Email, new DictionaryReader());
        var recipient = MappedRecipient.Make(keepsRow: true);

        mapper.Map(Mapping.Members(("ContactKey", " c "), ("X", 1)), recipient);
        Assert.Equal(["ContactKey", "X"], recipient.Row!.Names);
        Assert.Equal([" c ", 1], recipient.Row.Values);

        mapper.Map(Mapping.Members(("X", 2)), recipient);
        Assert.NotNull(recipient.Fault);
        Assert.Equal(["X"], recipient.Row.Names);
        Assert.Equal([2], recipient.Row.Values);
        Assert.Null(MappedRecipient.Make(keepsRow: false).Row);
    }
}
