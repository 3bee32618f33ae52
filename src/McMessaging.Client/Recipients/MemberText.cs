using System.Text.Json;

namespace McMessaging.Recipients;

/// <summary>A member's value as text, whatever it is: for an object that may be no recipient.</summary>
internal static class MemberText
{
    /// <summary>The text; <c>null</c> if there is none, or if the value cannot be told as text.</summary>
    public static string? Of(object? wrapped, IRecordReader reader)
    {
        var value = reader.Unwrap(wrapped);
        try
        {
            return ScalarText.TryFormat(value, out var text) ? text : NestedJson.Format(value!, reader);
        }
        catch (InvalidOperationException)
        {
            // What cannot be told as text is what the object was rejected for.
            return value is JsonElement element ? element.GetRawText() : value as string;
        }
    }
}
