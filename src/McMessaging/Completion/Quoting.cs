using System.Management.Automation.Language;

namespace McMessaging.Commands;

/// <summary>Quotes completed words, so that they are one argument.</summary>
internal static class Quoting
{
    public static string Unquote(string? word) => word?.Trim('\'', '"') ?? "";

    public static string QuoteIfNeeded(string word) =>
        word.All(char.IsLetterOrDigit) ? word : $"'{CodeGeneration.EscapeSingleQuotedStringContent(word)}'";
}
