using System.Runtime.CompilerServices;

namespace McMessaging.Recipients;

/// <summary>Names and values as the texts that a request carries.</summary>
internal static class AttributeMapper
{
    /// <summary>The attributes of a whole request.</summary>
    /// <exception cref="McException">A value cannot be an attribute.</exception>
    public static List<KeyValuePair<string, string>> MapAll(
        IEnumerable<KeyValuePair<string, object?>> attributes, IRecordReader reader)
    {
        var mapped = new List<KeyValuePair<string, string>>();
        foreach ((var name, var value) in attributes)
        {
            if (Add(mapped, name, value, reader) is { } fault)
            {
                throw new McException(
                    "InvalidAttribute",
                    McErrorCategory.InvalidArgument,
                    fault.Message,
                    "Give a text, a number, a date or plain data.");
            }
        }

        return mapped;
    }

    /// <summary>Adds the text of a value; <c>null</c> is left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static RecipientFault? Add(
        List<KeyValuePair<string, string>> attributes, string name, object? wrapped, IRecordReader reader)
    {
        try
        {
            var value = reader.Unwrap(wrapped);
            if (!ScalarText.TryFormat(value, out var text))
            {
                text = NestedJson.Format(value!, reader);
            }

            if (text is null)
            {
                return null;
            }

            ScalarText.RequireUnicode(name);
            attributes.Add(new(name, text));
            return null;
        }
        catch (InvalidOperationException exception)
        {
            return RecipientFault.Unreadable(name, exception.Message);
        }
    }
}
