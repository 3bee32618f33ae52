using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace McMessaging.Recipients;

/// <summary>Single values as text: invariant culture, <c>true</c> and <c>false</c>, ISO 8601 dates.</summary>
internal static class ScalarText
{
    private const string DateTimeFormat = "yyyy-MM-ddTHH:mm:ss.FFFFFFFK";

    /// <summary>The text of a value; <c>false</c> if it is no single value. <c>null</c> has no text.</summary>
    /// <exception cref="NotUnicodeException">The text holds half a character.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryFormat(object? value, out string? text)
    {
        text = value switch
        {
            null => null,
            string s => s,
            bool b => b ? "true" : "false",
            char c => c.ToString(),
            DateTime d => d.ToString(DateTimeFormat, CultureInfo.InvariantCulture),
            DateTimeOffset d => d.ToString(DateTimeFormat, CultureInfo.InvariantCulture),
            DateOnly d => d.ToString("O", CultureInfo.InvariantCulture),
            TimeOnly t => t.ToString("O", CultureInfo.InvariantCulture),
            Enum e => e.ToString(),
            Uri u => u.OriginalString,
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            JsonElement e => OfJson(e),
            _ => null,
        };
        RequireUnicode(text);
        return text is not null || value is null or DBNull or JsonElement { ValueKind: JsonValueKind.Null };
    }

    /// <summary>
    /// Refuses half a character: it would reach the service as a replacement character, another text than was given.
    /// </summary>
    /// <exception cref="NotUnicodeException">The text holds half a character.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RequireUnicode(ReadOnlySpan<char> text)
    {
        if (HasHalfCharacter(text))
        {
            throw new NotUnicodeException();
        }
    }

    /// <summary>Whether a text holds one half of a surrogate pair without the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool HasHalfCharacter(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var at)
        {
            if (Rune.DecodeFromUtf16(text[at..], out _, out var length) != OperationStatus.Done)
            {
                return true;
            }

            text = text[(at + length)..];
        }

        return false;
    }

    private static string? OfJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => StringOf(element),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static string? StringOf(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException exception)
        {
            throw new NotUnicodeException(exception);
        }
    }
}

/// <summary>A text holds a surrogate without its other half.</summary>
internal sealed class NotUnicodeException(Exception? cause = null)
    : InvalidOperationException("it holds half a character, which cannot be sent.", cause);
