using System.Collections;
using McMessaging.Client.Tests.Support;
using McMessaging.Recipients;

namespace McMessaging.Client.Tests.Recipients;

/// <summary>What tells a row that is no recipient from others: its key depends on it.</summary>
public sealed class RowTextTests
{
    public static TheoryData<object, object> Different => new()
    {
        { Members(("A", "1")), Members(("A", "2")) },
        { Members(("A", "1")), Members(("B", "1")) },
        { Members(("A", "1")), Members(("A", "1"), ("B", "")) },
        { Members(("A", "1B"), ("C", "")), Members(("A", "1"), ("BC", "")) },
        { Members(("A", "1:B"), ("C", "2")), Members(("A", "1"), ("B1:C", "2")) },
        { Members(("A", new[] { 1, 2 })), Members(("A", new[] { 2, 1 })) },
        { Members(("A", Members(("X", 1)))), Members(("A", Members(("X", 2)))) },
        { Members(("A", "\ud83dx")), Members(("A", "\ud83dy")) },
        { Members(("A", Mapping.Json("\"\\ud83dx\""))), Members(("A", Mapping.Json("\"\\ud83dy\""))) },
        { "a@example.com", "b@example.com" },
        { new Recipient { ContactKey = "a" }, new Recipient { ContactKey = "b" } },
    };

    public static TheoryData<object, object> Same => new()
    {
        { Members(("A", "1"), ("B", "2")), Members(("B", "2"), ("A", "1")) },
        { Members(("A", "1"), ("McMessage", "wrong")), Members(("A", "1"), ("mcOUTCOME", "Rejected")) },
        { Members(("A", 1), ("B", null)), Members(("A", "1"), ("B", "")) },
        {
            Members(("A", Members(("X", 1), ("Y", Members(("P", 1), ("Q", 2)))))),
            Members(("A", Members(("Y", Members(("Q", 2), ("P", 1))), ("X", 1))))
        },
        {
            Members(("A", new[] { Members(("X", 1), ("Y", 2)) })),
            Members(("A", new[] { Members(("Y", 2), ("X", 1)) }))
        },
    };

    [Theory]
    [MemberData(nameof(Different))]
    public void Rows_that_say_something_else_have_another_text(object one, object other) =>
        Assert.NotEqual(TextOf(one), TextOf(other));

    [Theory]
    [MemberData(nameof(Same))]
    public void Rows_that_say_the_same_have_the_same_text_whatever_order_it_stands_in(object one, object other) =>
        Assert.Equal(TextOf(one), TextOf(other));

    // What the key of a rejected row depends on: another text would make a second message of it.
    [Fact]
    public void The_text_never_changes() =>
        Assert.Equal("1:A5:{\"X\":1:B1:2", TextOf(Members(("B", 2), ("A", "{\"X\":"))));

    [Fact]
    public void A_row_with_a_contact_key_is_told_by_it_and_by_its_address_alone()
    {
        Assert.Equal("recipient:1:A4:none", RecipientTextOf("A", "none", ("Today", "1")));
        Assert.Equal(RecipientTextOf("A", "none", ("Today", "1")), RecipientTextOf("A", "none", ("Today", "2")));
        Assert.Equal(RecipientTextOf("A", "none"), RecipientTextOf("A", " none "));
        Assert.NotEqual(RecipientTextOf("A", "1:B"), RecipientTextOf("A1:", "B"));
        Assert.NotEqual(RecipientTextOf("A", "none"), RecipientTextOf("A", null));
    }

    [Fact]
    public void Values_that_cannot_be_told_as_text_say_nothing()
    {
        var self = new ArrayList();
        self.Add(self);

        Assert.Equal(TextOf(Members(("A", null))), TextOf(Members(("A", self))));
        Assert.Equal(TextOf(Members(("A", null))), TextOf(Members(("A", new object()))));
    }

    private static string RecipientTextOf(string contactKey, string? to, params (string, object?)[] rest) =>
        TextOf(Members(rest), new MappedRecipient { ContactKey = contactKey, GivenTo = to });

    private static string TextOf(object input, MappedRecipient? recipient = null)
    {
        var reader = new DictionaryReader();
        var record = new InputRecord();
        reader.TryRead(input, record);
        var row = new InputRow();
        row.Fill(record, input);
        return RowText.Of(recipient ?? new MappedRecipient(), row, reader);
    }

    private static IDictionary Members(params (string Name, object? Value)[] members) =>
        Mapping.Members(members);
}
