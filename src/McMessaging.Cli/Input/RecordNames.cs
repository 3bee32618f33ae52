using System.Text.Json;

namespace McMessaging.Cli.Input;

internal static class RecordNames
{
    // Stands for a name that is no Unicode text; whoever takes it as an attribute is told so by the mapping.
    private const string NotUnicode = "\uD800";

    public static string Of(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return NotUnicode;
        }
    }

    /// <summary>The names of an object's members, but for those that are no Unicode text.</summary>
    public static IEnumerable<string> Of(JsonElement record) =>
        record.EnumerateObject().Select(Of).Where(name => name != NotUnicode);

    /// <summary>The first name that comes a second time, without regard to case.</summary>
    public static string? FirstTwice(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return names.FirstOrDefault(name => !seen.Add(name));
    }
}
