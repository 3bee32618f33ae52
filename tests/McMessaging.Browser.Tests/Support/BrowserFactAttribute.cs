namespace McMessaging.Browser.Tests.Support;

/// <summary>A fact that needs a browser, and is skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        // Test runners print the name of a skipped test, and not why it was skipped.
        Skip = DisplayName = Missing;
    }

    /// <summary>What keeps the tests from running; null when nothing does.</summary>
    internal static string? Missing { get; } = BrowserProgram.Find() is null
        ? "THE PAGES WERE NOT TESTED: there is no browser. ./build.ps1 -Task Browser says how to get one."
        : null;
}

/// <summary>A theory that needs a browser, and axe-core to find what keeps people from using the page.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AccessibilityTheoryAttribute : TheoryAttribute
{
    public AccessibilityTheoryAttribute()
    {
        Skip = DisplayName = BrowserFactAttribute.Missing
            ?? (NodePackages.Missing(AccessibilityCheck.Folder) is { } missing
                ? $"ACCESSIBILITY WAS NOT TESTED: it needs axe-core. {missing}"
                : null);
    }
}
