using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Copies attributes, so that a dictionary that is changed later changes no recipient.</summary>
internal static class AttributeDictionary
{
    public static OrderedDictionary Copy(this IDictionary? attributes)
    {
        var copy = new OrderedDictionary(StringComparer.OrdinalIgnoreCase);
        if (attributes is null)
        {
            return copy;
        }

        foreach (DictionaryEntry attribute in attributes)
        {
            var name = Convert.ToString(attribute.Key, CultureInfo.InvariantCulture) ?? "";
            if (copy.Contains(name))
            {
                throw CommandErrors.AttributeGivenTwice(name);
            }

            copy.Add(name, attribute.Value);
        }

        return copy;
    }

    public static IReadOnlyList<KeyValuePair<string, object?>> ToPairs(this IDictionary? attributes) =>
        [.. attributes.Copy().Cast<DictionaryEntry>().Select(e => KeyValuePair.Create((string)e.Key, e.Value))];
}
