namespace McMessaging.Client.Tests.Recipients;

public sealed class DictionaryReaderTests
{
    [Fact]
    public void A_key_without_a_text_is_a_member_without_a_name()
    {
        var record = new InputRecord();

        Assert.True(new DictionaryReader().TryRead(new Dictionary<object, object> { [new Textless()] = 1 }, record));

        Assert.Equal((1, "", 1), (record.Count, record.NameAt(0), record.ValueAt(0)));
    }

    private sealed class Textless
    {
        public override string? ToString() => null;
    }
}
