using System.Text.RegularExpressions;
using McMessaging.Sandboxing.Definitions;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>
/// The text of an SMS as its recipient would read it, as far as it is known: personalization strings such as
/// <c>%%FirstName%%</c> give way to the message's attributes, those without an attribute stay.
/// </summary>
internal static partial class SmsText
{
    private const string DefinitionText = "content.message";

    /// <summary>The text of the message; null when only the definition in the account knows it.</summary>
    public static string? Of(SandboxMessage message, DefinitionCatalogue definitions) =>
        (message.Text ?? TextOf(message, definitions)) is { } text ? Personalize(text, message.Attributes) : null;

    public static string Personalize(string text, IReadOnlyDictionary<string, string> attributes)
    {
        if (!text.Contains("%%", StringComparison.Ordinal))
        {
            return text;
        }

        return PersonalizationString().Replace(
            text, match => ValueOf(match.Groups[1].Value, attributes) ?? match.Value);
    }

    private static string? ValueOf(string name, IReadOnlyDictionary<string, string> attributes) =>
        attributes.FirstOrDefault(one => one.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static string? TextOf(SandboxMessage message, DefinitionCatalogue definitions) => definitions
        .Of(message.AccountId, message.Channel)
        .List()
        .FirstOrDefault(definition => definition.Key == message.DefinitionKey && !definition.IsImplied)
        ?.Values[DefinitionText]
        .GetString();

    [GeneratedRegex("%%([^%\\s]{1,100})%%")]
    private static partial Regex PersonalizationString();
}
