using System.Globalization;

namespace McMessaging.Chaos;

/// <summary>
/// The input of a chaos run. Some addresses occur twice. Keys are derived, so that two definitions share the input.
/// </summary>
internal static class RecipientsFile
{
    public const string Name = "recipients.csv";

    public static IReadOnlyList<string> Write(string folder, ChaosOptions options)
    {
        var contactKeys = new List<string>(options.Recipients);
        using var file = new StreamWriter(Path.Combine(folder, Name));
        file.WriteLine("ContactKey,To,FirstName");
        for (var i = 0; i < options.Recipients; i++)
        {
            var contactKey = string.Create(CultureInfo.InvariantCulture, $"contact-{i}");
            file.WriteLine($"{contactKey},person{i % 1000}@example.com,Name {i}");
            contactKeys.Add(contactKey);
        }

        return contactKeys;
    }
}
