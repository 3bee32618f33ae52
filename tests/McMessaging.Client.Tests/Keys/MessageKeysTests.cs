using McMessaging.Keys;

namespace McMessaging.Client.Tests.Keys;

public sealed class MessageKeysTests
{
    // Computed apart from the code: a key that changed between versions would break resuming and send twice.
    [Theory]
    [InlineData("run-1", "contact-1", "person1@example.com", "S5iv0SkiWpR--5lT-u0j8A")]
    [InlineData("run-2", "contact-1", "person1@example.com", "QgvY6Aeb6XMLk8Dxbv70zg")]
    [InlineData("run-1", "contact-1", null, "oR3wqD0R3jCsQNICI2kDpA")]
    [InlineData("run-1", "Grüße 東京 😀", "15555551234", "RPXPAC4cDvOdnLFEseUD2g")]
    public void A_key_depends_on_run_contact_and_address_and_never_changes(
        string run, string contact, string? to, string key) =>
        Assert.Equal(key, OfRun(run).Derive(contact, to));

    [Theory]
    [InlineData(MessageChannel.Email, "welcome", "S5iv0SkiWpR--5lT-u0j8A")]
    [InlineData(MessageChannel.Sms, "welcome", "CHXodhXBOE7ZA-Q1zN3CPA")]
    [InlineData(MessageChannel.Email, "goodbye", "yYvtk5rblAmgruc201JcEA")]
    public void A_key_depends_on_channel_and_definition_too(
        MessageChannel channel, string definition, string key) =>
        Assert.Equal(key, new MessageKeys("run-1", channel, definition).Derive("contact-1", "person1@example.com"));

    [Fact]
    public void Fingerprints_tell_recipients_apart_and_never_change()
    {
        var keys = OfRun("run-1");

        Assert.Equal(
            ["aACrQCuDMCw", "HAF5MxeiM5w", "NdVskLVOzME"],
            [
                keys.Fingerprint("contact-1", "person1@example.com", null),
                keys.Fingerprint("contact-1", "person1@example.com", "order-2"),
                keys.Fingerprint("contact-1", null, null),
            ]);
    }

    [Fact]
    public void Occurrences_of_the_same_recipient_have_fixed_keys_of_their_own()
    {
        var keys = OfRun("run-1");

        string[] derived = [.. Enumerable.Range(0, 3).Select(_ => keys.Derive("contact-1", "person1@example.com"))];

        Assert.Equal(["S5iv0SkiWpR--5lT-u0j8A", "y99KtkR0me51TzILJXOdfw", "ysdypiYA71bGvyHTMaUmnQ"], derived);
    }

    [Fact]
    public void A_contact_key_may_be_of_any_length()
    {
        var keys = OfRun("run-1");
        var contact = new string('x', 600);

        string[] derived =
        [
            keys.Derive(contact, "person1@example.com"), keys.Derive(contact, "person1@example.com"),
            keys.Derive("contact-1", "person1@example.com"),
        ];

        Assert.Equal(["jsYPpM_sPOKt-I-QFRlf0Q", "vqaPXvIxh7kiiusY3ohp2Q", "S5iv0SkiWpR--5lT-u0j8A"], derived);
    }

    [Fact]
    public void The_same_input_has_the_same_keys_in_every_run_with_the_same_id()
    {
        string[] first = [.. Derive(OfRun("r"))];
        string[] second = [.. Derive(OfRun("r"))];

        Assert.Equal(first, second);
        Assert.Equal(first.Length, first.Distinct().Count());
        Assert.Empty(first.Intersect(Derive(OfRun("s"))));
    }

    [Fact]
    public void Contact_and_address_do_not_run_into_each_other()
    {
        string[] derived =
        [
            OfRun("r").Derive("ab", "c"), OfRun("r").Derive("a", "bc"),
            OfRun("ra").Derive("b", "c"), OfRun("r").Derive("abc", null),
        ];

        Assert.Equal(4, derived.Distinct().Count());
    }

    [Fact]
    public void Keys_have_22_characters_that_need_no_escaping() =>
        Assert.All(Derive(OfRun("r")), key => Assert.Matches("^[A-Za-z0-9_-]{22}$", key));

    [Fact]
    public void A_given_key_can_be_taken_once()
    {
        var keys = OfRun("r");

        Assert.True(keys.TryTake("k"));
        Assert.True(keys.TryTake("K"));
        Assert.False(keys.TryTake("k"));
    }

    [Fact]
    public void A_given_key_that_was_derived_before_is_taken()
    {
        var keys = OfRun("r");
        var derived = keys.Derive("c", "t");

        Assert.False(keys.TryTake(derived));
    }

    [Fact]
    public void A_derived_key_that_was_given_before_makes_way()
    {
        var wouldBe = OfRun("r").Derive("c", "t");
        var keys = OfRun("r");

        Assert.True(keys.TryTake(wouldBe));
        var derived = keys.Derive("c", "t");
        Assert.NotEqual(wouldBe, derived);
        Assert.False(keys.TryTake(derived));
    }

    // The second was computed from the first: 16 bytes of its SHA-256.
    [Theory]
    [InlineData("order-2", "PV4xBs1yugP-3t9tu5_DNg")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAB")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA=", "AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("-AAAAAAAAAAAAAAAAAAAAA", "+AAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("", " ")]
    public void A_key_that_was_crafted_for_another_is_not_taken_for_it(string one, string other)
    {
        var keys = OfRun("r");

        Assert.True(keys.TryTake(one));
        Assert.True(keys.TryTake(other));
        Assert.False(keys.TryTake(other));
    }

    // Whatever stands where the room for a key's text ends.
    [Fact]
    public void Contact_keys_of_all_lengths_have_the_keys_that_they_have_in_a_run_of_their_own()
    {
        var keys = OfRun("r");

        Assert.All(Enumerable.Range(0, 1200), length =>
            Assert.Equal(OfRun("r").Derive(new string('x', length), "t"), keys.Derive(new string('x', length), "t")));
    }

    // As in Japanese: more bytes than characters, up to what the room for a key's text is reckoned by.
    [Theory]
    [InlineData("", null)]
    [InlineData("x", null)]
    [InlineData("xx", null)]
    [InlineData("x", "東")]
    public void Contact_keys_of_three_bytes_a_character_may_be_of_any_length_too(string beginning, string? to)
    {
        var contacts = Enumerable.Range(0, 400).Select(length => beginning + new string('東', length)).ToArray();
        var keys = OfRun("r");

        Assert.All(contacts, contact => Assert.Equal(OfRun("r").Derive(contact, to), keys.Derive(contact, to)));
    }

    private static MessageKeys OfRun(string run) => new(run, MessageChannel.Email, "welcome");

    private static IEnumerable<string> Derive(MessageKeys keys) =>
        Enumerable.Range(0, 500).Select(i => keys.Derive("contact-" + (i % 200), "to-" + (i % 100)));
}
