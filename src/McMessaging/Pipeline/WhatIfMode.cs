using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Tells whether a cmdlet only says what it would do.</summary>
internal static class WhatIfMode
{
    // ShouldProcess tells it, too, but only for what is asked about: rejected recipients alone are no request.
    public static bool IsWhatIf(this PSCmdlet cmdlet) => LanguagePrimitives.IsTrue(
        cmdlet.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
            ? given
            : cmdlet.GetVariableValue("WhatIfPreference"));
}
