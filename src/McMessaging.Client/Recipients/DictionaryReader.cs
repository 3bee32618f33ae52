using System.Collections;
using System.Globalization;

namespace McMessaging;

/// <summary>Reads dictionaries and <see cref="Recipient"/>s: what every host can be given.</summary>
public class DictionaryReader : IRecordReader
{
    /// <inheritdoc/>
    public virtual bool TryRead(object? input, InputRecord record)
    {
        switch (Unwrap(input))
        {
            case Recipient recipient:
                AddIfGiven(record, nameof(Recipient.ContactKey), recipient.ContactKey);
                AddIfGiven(record, nameof(Recipient.To), recipient.To);
                AddIfGiven(record, nameof(Recipient.MessageKey), recipient.MessageKey);
                if (recipient.Attributes.Count > 0)
                {
                    record.Add(nameof(Recipient.Attributes), recipient.Attributes);
                }

                return true;
            case IDictionary dictionary:
                foreach (DictionaryEntry entry in dictionary)
                {
                    record.Add(Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "", entry.Value);
                }

                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public virtual object? Unwrap(object? value) => value;

    private static void AddIfGiven(InputRecord record, string name, string? value)
    {
        if (value is not null)
        {
            record.Add(name, value);
        }
    }
}
