using System.Globalization;

namespace McMessaging.Chaos;

/// <summary>The input of a chaos run. Every third recipient brings a message key; some addresses occur twice.</summary>
internal static class RecipientsFile
{
    public static IReadOnlyList<string> Write(string path, ChaosOptions options)
    {
        var contactKeys = new List<string>(options.Recipients);
        using var file = new StreamWriter(path);
        file.WriteLine("ContactKey,To,MessageKey,FirstName");
        for (var i = 0; i < options.Recipients; i++)
        {
            var contactKey = string.Create(CultureInfo.InvariantCulture, $"contact-{i}");
            var messageKey = i % 3 == 0 ? string.Create(CultureInfo.InvariantCulture, $"own-{options.Seed}-{i}") : "";
            file.WriteLine($"{contactKey},person{i % 1000}@example.com,{messageKey},Name {i}");
            contactKeys.Add(contactKey);
        }

        return contactKeys;
    }
}
