namespace McMessaging.Testing;

/// <summary>A fact of a run that <c>build.ps1 -Task Cultures</c> started; skipped in any other.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CultureFactAttribute : FactAttribute
{
    public CultureFactAttribute()
    {
        if (Asked is null)
        {
            Skip = "No culture was asked for. Run build.ps1 -Task Cultures.";
        }
    }

    /// <summary>The culture that was asked for; <c>null</c>: whatever the computer has.</summary>
    public static string? Asked => Environment.GetEnvironmentVariable("MC_TEST_CULTURE");
}
