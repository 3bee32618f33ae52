using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace McMessaging.Cli.Input;

/// <summary>Tells UTF-8 text from everything else, before it is parsed.</summary>
internal static class Utf8Text
{
    private const int BlockSize = 64 * 1024;
    private const int LongestCharacter = 4;

    /// <summary>Reads everything; throws at the first line that is not UTF-8.</summary>
    /// <returns>The offset behind the byte order mark.</returns>
    public static int Check(Stream content, string name)
    {
        var block = new byte[BlockSize + LongestCharacter];
        content.Position = 0;
        var start = ReadMark(content, name);
        content.Position = start;

        long line = 1;
        var kept = 0;
        while (content.Read(block, kept, BlockSize) is var read && read > 0)
        {
            var filled = block.AsSpan(0, kept + read);
            kept = LengthOfUnfinishedCharacter(filled);
            line = CountLines(filled[..^kept], line, name);
            filled[^kept..].CopyTo(block);
        }

        return kept == 0 ? start : throw NotUtf8(name, line);
    }

    private static int ReadMark(Stream content, string name)
    {
        Span<byte> mark = stackalloc byte[3];
        var length = content.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        if (length >= 2 && (mark[0], mark[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            throw IsUtf16(name, 1);
        }

        return mark[..length].SequenceEqual(Encoding.UTF8.Preamble) ? mark.Length : 0;
    }

    private static long CountLines(ReadOnlySpan<byte> text, long line, string name)
    {
        if (Utf8.IsValid(text) && !text.Contains((byte)0))
        {
            return line + text.Count((byte)'\n');
        }

        while (Rune.DecodeFromUtf8(text, out var rune, out var length) == OperationStatus.Done && rune.Value != 0)
        {
            if (rune.Value == '\n')
            {
                line++;
            }

            text = text[length..];
        }

        throw text[0] == 0 ? IsUtf16(name, line) : NotUtf8(name, line);
    }

    private static int LengthOfUnfinishedCharacter(ReadOnlySpan<byte> text)
    {
        for (var length = 1; length < LongestCharacter && length <= text.Length; length++)
        {
            var status = Rune.DecodeFromUtf8(text[^length..], out _, out _);
            if (status == OperationStatus.NeedMoreData)
            {
                return length;
            }
        }

        return 0;
    }

    private static InputException IsUtf16(string name, long line) => new(
        name, line, "the text is UTF-16, not UTF-8.", "Save it as UTF-8, or give --encoding utf-16.");

    private static InputException NotUtf8(string name, long line) => new(
        name,
        line,
        "the text is not UTF-8.",
        "Save it as UTF-8 (in Excel: CSV UTF-8), or give its encoding, such as --encoding windows-1252.");
}
