using System.ComponentModel;

namespace McMessaging.Tests.Pester;

/// <summary>A theory that needs PowerShell and Pester 5, and is skipped with the reason where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PesterTheoryAttribute : TheoryAttribute
{
    private const string FindPester =
        "if (Get-Module Pester -ListAvailable | Where-Object Version -ge '5.0') { exit 0 } else { exit 9 }";

    private static readonly Lazy<string?> Missing = new(FindMissing);

    public PesterTheoryAttribute()
    {
        if (Missing.Value is not { } reason)
        {
            return;
        }

        Skip = reason;

        // Test runners print the name of a skipped test, and not why it was skipped.
        DisplayName = reason;
    }

    private static string? FindMissing()
    {
        try
        {
            return PowerShellProcess.RunAsync(FindPester).GetAwaiter().GetResult().ExitCode == 0
                ? null
                : "NO CMDLET WAS TESTED: Pester 5 is not installed. Run Install-PSResource Pester.";
        }
        catch (Win32Exception)
        {
            return "NO CMDLET WAS TESTED: pwsh (PowerShell 7.4 or later) is not on the PATH.";
        }
    }
}
