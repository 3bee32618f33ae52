using System.Collections;
using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Tells a list of input objects from an input object.</summary>
internal static class InputList
{
    /// <summary>The elements of a list; <c>null</c> if the input is one object.</summary>
    public static IEnumerator? Of(PSObject? input) =>
        input is null or { BaseObject: PSCustomObject or IDictionary } ? null : LanguagePrimitives.GetEnumerator(input);
}
