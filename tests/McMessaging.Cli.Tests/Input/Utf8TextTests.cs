using System.Text;
using McMessaging.Cli.Input;

namespace McMessaging.Cli.Tests.Input;

public sealed class Utf8TextTests
{
    [Theory]
    [InlineData("ContactKey,City\nA,Łódź\n")]
    [InlineData("[{\"ContactKey\":\"A\",\"City\":\"Łódź\"}]")]
    [InlineData("{\"ContactKey\":\"A\",\"City\":\"Łódź\"}")]
    public async Task A_byte_order_mark_of_UTF_8_is_skipped(string text)
    {
        var records = await InputText.ReadAsync("\uFEFF" + text);

        Assert.Equal(["ContactKey=A", "City=Łódź"], Assert.Single(records));
    }

    [Theory]
    [InlineData(new byte[] { 0xE9 })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    public async Task Bytes_that_are_not_UTF_8_are_told_with_their_line(byte[] bytes)
    {
        byte[] text = [.. "ContactKey,City\nA,Genève\nB,"u8, .. bytes, .. "\nC,x\n"u8];
        using var input = await InputText.OpenAsync(text);

        var error = Assert.Throws<InputException>(
            () => InputCheck.CountRecords(input, toBreak: false, CancellationToken.None));

        Assert.StartsWith("stdin:3: the text is not UTF-8.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_ends_within_a_character_is_told()
    {
        using var input = await InputText.OpenAsync([.. "ContactKey\nA"u8, 0xE2, 0x82]);

        var error = Assert.Throws<InputException>(
            () => InputCheck.CountRecords(input, toBreak: false, CancellationToken.None));

        Assert.Equal(2, error.Line);
    }

    [Fact]
    public async Task Characters_across_blocks_are_whole()
    {
        foreach (var shift in Enumerable.Range(0, 5))
        {
            var value = new string('x', shift) + string.Concat(Enumerable.Repeat("😀", 40_000));

            var records = await InputText.ReadAsync("ContactKey\n" + value);

            Assert.Equal("ContactKey=" + value, Assert.Single(Assert.Single(records)));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UTF_16_is_told_with_how_to_convert_it(bool hasMark)
    {
        var text = Encoding.Unicode.GetBytes("ContactKey\nA\n");
        using var input = await InputText.OpenAsync(hasMark ? [.. Encoding.Unicode.Preamble, .. text] : text);

        var error = Assert.Throws<InputException>(
            () => InputCheck.CountRecords(input, toBreak: false, CancellationToken.None));

        Assert.StartsWith("stdin:1: the text is UTF-16", error.Message, StringComparison.Ordinal);
        Assert.Contains("--encoding utf-16", error.Message, StringComparison.Ordinal);
    }
}
