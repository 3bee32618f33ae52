using System.Collections;
using System.Globalization;

namespace McMessaging.Commands;

/// <summary>Reads the faults that a user gives as a hashtable.</summary>
internal static class FaultTable
{
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
