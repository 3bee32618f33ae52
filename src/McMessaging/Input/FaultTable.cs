using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace McMessaging.Commands;

/// <summary>Reads the faults that a user gives as a hashtable.</summary>
internal static class FaultTable
{
    /// <summary>Each fault by its name, with a value to begin with: a rate, or a number.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Examples { get; } =
    [
        .. typeof(SandboxFaults).GetProperties().Select(fault => KeyValuePair.Create(
            JsonNamingPolicy.CamelCase.ConvertName(fault.Name),
            fault.PropertyType == typeof(double) ? "0.1" : "1")),
    ];

    public static SandboxFaults ToFaults(this IDictionary faults)
    {
        try
        {
            return SandboxFaults.Parse(faults.Copy().Cast<DictionaryEntry>().Select(ToText));
        }
        catch (ArgumentException exception)
        {
            throw CommandErrors.UnusableFault(exception);
        }
    }

    private static KeyValuePair<string, string> ToText(DictionaryEntry fault) =>
        new((string)fault.Key, Convert.ToString(fault.Value, CultureInfo.InvariantCulture) ?? "");
}
