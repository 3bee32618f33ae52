using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using McMessaging.Serialization;

namespace McMessaging.Journal;

/// <summary>
/// What makes a line trustworthy: its number is its first member and a CRC-32C of all before it the last one. So no
/// line is changed, lost, doubled or moved without being noticed.
/// </summary>
internal static class JournalSeal
{
    private const int ChecksumDigits = 8;

    private static ReadOnlySpan<byte> NumberStart => "{\"n\":"u8;

    private static ReadOnlySpan<byte> ChecksumStart => ",\"crc\":\""u8;

    private static ReadOnlySpan<byte> ChecksumEnd => "\"}"u8;

    private static int DigitsAndEnd => ChecksumDigits + ChecksumEnd.Length;

    private static int ChecksumLength => ChecksumStart.Length + DigitsAndEnd;

    /// <summary>Writes a line with its number, checksum and end.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="number">The line's number, from 1.</param>
    /// <param name="json">A JSON object with at least one member.</param>
    public static void Append(PooledBuffer buffer, long number, ReadOnlySpan<byte> json)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, digits, out var length);
        var start = buffer.Length;
        buffer.Append(NumberStart);
        buffer.Append(digits[..length]);
        buffer.Append(","u8);
        buffer.Append(json[1..^1]);
        Utf8Formatter.TryFormat(Checksum(buffer.Span[start..]), digits, out _, new StandardFormat('x', ChecksumDigits));
        buffer.Append(ChecksumStart);
        buffer.Append(digits[..ChecksumDigits]);
        buffer.Append(ChecksumEnd);
        buffer.Append("\n"u8);
    }

    /// <summary>The members of a line between number and checksum.</summary>
    /// <returns>What is wrong with the line; <c>null</c> if nothing is.</returns>
    public static string? Check(ReadOnlySpan<byte> line, long expectedNumber, out ReadOnlySpan<byte> members)
    {
        if (!IsUnchanged(line)
            || !Utf8Parser.TryParse(line[NumberStart.Length..], out long number, out var digits)
            || line[NumberStart.Length + digits] != (byte)',')
        {
            members = default;
            return "its checksum does not match, so it was changed after it was written.";
        }

        members = line[(NumberStart.Length + digits + 1)..^ChecksumLength];
        return number == expectedNumber ? null : Misplaced(number, expectedNumber);
    }

    /// <summary>Whether a line is whole and as it was written.</summary>
    public static bool IsUnchanged(ReadOnlySpan<byte> line) =>
        line.Length > NumberStart.Length + ChecksumLength
        && line.StartsWith(NumberStart)
        && line.EndsWith(ChecksumEnd)
        && line[^ChecksumLength..].StartsWith(ChecksumStart)
        && Utf8Parser.TryParse(line[^DigitsAndEnd..^ChecksumEnd.Length], out uint checksum, out var digits, 'x')
        && digits == ChecksumDigits
        && checksum == Checksum(line[..^ChecksumLength]);

    private static string Misplaced(long number, long expected)
    {
        var was = string.Create(CultureInfo.InvariantCulture, $"it was written as line {number}");
        return (number - expected) switch
        {
            <= 0 => $"{was}: it stands here a second time, or in the wrong place.",
            1 => $"{was}: a line before it is missing, or in the wrong place.",
            var lost => string.Create(
                CultureInfo.InvariantCulture, $"{was}: {lost:N0} lines before it are missing, or in the wrong place."),
        };
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var last in bytes)
        {
            checksum = BitOperations.Crc32C(checksum, last);
        }

        return ~checksum;
    }
}
