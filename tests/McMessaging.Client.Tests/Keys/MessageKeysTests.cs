using McMessaging.Keys;

namespace McMessaging.Client.Tests.Keys;

public sealed class MessageKeysTests
{
    // Computed apart from the code: a key that changed between versions would break resuming and send twice.
    [Theory]
    [InlineData("run-1", "contact-1", "person1@example.com", "qri53KuDFqd-vD8xQlongA")]
    [InlineData("run-2", "contact-1", "person1@example.com", "Kd7RQADmsTT3B0BVURK5jA")]
    [InlineData("run-1", "contact-1", null, "iKrC1QslQR6FmYwqNiUdEQ")]
    [InlineData("run-1", "Grüße 東京 😀", "15555551234", "dQnz-XJ-OqfWIU8FJrZ5bQ")]
    public void A_key_depends_on_run_contact_and_address_and_never_changes(
        string run, string contact, string? to, string key) =>
        Assert.Equal(key, new MessageKeys(run).Derive(contact, to));

    [Fact]
    public void Occurrences_of_the_same_recipient_have_fixed_keys_of_their_own()
    {
        var keys = new MessageKeys("run-1");

        string[] derived = [.. Enumerable.Range(0, 3).Select(_ => keys.Derive("contact-1", "person1@example.com"))];

        Assert.Equal(["qri53KuDFqd-vD8xQlongA", "I0CPLv0jQE4snYnINXdJ9w", "3SJPbfsmv1JAl8s3P_iC8w"], derived);
    }

    [Fact]
    public void The_same_input_has_the_same_keys_in_every_run_with_the_same_id()
    {
        string[] first = [.. Derive(new MessageKeys("r"))];
        string[] second = [.. Derive(new MessageKeys("r"))];

        Assert.Equal(first, second);
        Assert.Equal(first.Length, first.Distinct().Count());
        Assert.Empty(first.Intersect(Derive(new MessageKeys("s"))));
    }

    [Fact]
    public void Contact_and_address_do_not_run_into_each_other()
    {
        string[] derived =
        [
            new MessageKeys("r").Derive("ab", "c"), new MessageKeys("r").Derive("a", "bc"),
            new MessageKeys("ra").Derive("b", "c"), new MessageKeys("r").Derive("abc", null),
        ];

        Assert.Equal(4, derived.Distinct().Count());
    }

    [Fact]
    public void Keys_have_22_characters_that_need_no_escaping() =>
        Assert.All(Derive(new MessageKeys("r")), key => Assert.Matches("^[A-Za-z0-9_-]{22}$", key));

    [Fact]
    public void A_given_key_can_be_taken_once()
    {
        var keys = new MessageKeys("r");

        Assert.True(keys.TryTake("k"));
        Assert.True(keys.TryTake("K"));
        Assert.False(keys.TryTake("k"));
    }

    [Fact]
    public void A_given_key_that_was_derived_before_is_taken()
    {
        var keys = new MessageKeys("r");
        var derived = keys.Derive("c", "t");

        Assert.False(keys.TryTake(derived));
    }

    [Fact]
    public void A_derived_key_that_was_given_before_makes_way()
    {
        var wouldBe = new MessageKeys("r").Derive("c", "t");
        var keys = new MessageKeys("r");

        Assert.True(keys.TryTake(wouldBe));
        var derived = keys.Derive("c", "t");
        Assert.NotEqual(wouldBe, derived);
        Assert.False(keys.TryTake(derived));
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAB")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA=", "AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA A", "AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("-AAAAAAAAAAAAAAAAAAAAA", "+AAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("", " ")]
    public void Two_texts_never_stand_for_the_same_key(string one, string other) =>
        Assert.NotEqual(MessageKeys.Identify(one), MessageKeys.Identify(other));

    private static IEnumerable<string> Derive(MessageKeys keys) =>
        Enumerable.Range(0, 500).Select(i => keys.Derive("contact-" + (i % 200), "to-" + (i % 100)));
}
