using System.Collections;
using System.Globalization;
using System.Text.Json;
using McMessaging.Recipients;

namespace McMessaging.Client.Tests.Support;

/// <summary>Maps one input object without sending it.</summary>
internal static class Mapping
{
    public static MappedRecipient Map(
        object? input, RecipientMapping? mapping = null, MessageChannel channel = MessageChannel.Email)
    {
        var recipient = new MappedRecipient();
        new RecipientMapper(mapping ?? new RecipientMapping(), channel, new DictionaryReader()).Map(input, recipient);
        return recipient;
    }

    /// <summary>Maps a dictionary with these members, in this order.</summary>
    public static MappedRecipient Map(RecipientMapping mapping, params (string Name, object? Value)[] members) =>
        Map(Members(members), mapping);

    public static IDictionary Members(params (string Name, object? Value)[] members)
    {
        var dictionary = new System.Collections.Specialized.OrderedDictionary();
        foreach ((var name, var value) in members)
        {
            dictionary.Add(name, value);
        }

        return dictionary;
    }

    /// <summary>The text that a value becomes as an attribute; <c>null</c> if it is left out.</summary>
    public static string? AttributeText(object? value)
    {
        var recipient = Map(Members(("ContactKey", "c"), ("Value", value)));
        Assert.Null(recipient.Fault);
        return recipient.Attributes.Count == 0 ? null : Assert.Single(recipient.Attributes).Value;
    }

    public static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    /// <summary>
    /// A culture that writes numbers and dates in its own way. Real ones are not there in invariant mode.
    /// </summary>
    public static CultureInfo German()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "−";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.TimeSeparator = ".";
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        return culture;
    }
}
