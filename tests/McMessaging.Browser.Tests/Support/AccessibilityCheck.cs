using System.Text.Json;
using Microsoft.Playwright;

namespace McMessaging.Browser.Tests.Support;

/// <summary>Asks axe-core what keeps people from using a page.</summary>
internal static class AccessibilityCheck
{
    /// <summary>Where axe-core is installed.</summary>
    public static string Folder { get; } = Repository.PathOf("tests", "McMessaging.Browser.Tests");

    private static string Script { get; } = Path.Combine(Folder, "node_modules", "axe-core", "axe.min.js");

    /// <summary>The serious and critical violations of WCAG 2.2 AA, each with its first places.</summary>
    public static async Task<IReadOnlyList<string>> FindSeriousAsync(IPage page)
    {
        // Colours are read as they are once nothing moves any more.
        await page.EvaluateAsync("() => Promise.all(document.getAnimations().map((one) => one.finished))");
        await page.EvaluateAsync(await File.ReadAllTextAsync(Script));
        var violations = await page.EvaluateAsync<JsonElement>("""
            async () => (await axe.run(document, {
              runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            })).violations
            """);
        return
        [
            .. violations.EnumerateArray()
                .Where(one => one.GetProperty("impact").GetString() is "serious" or "critical")
                .Select(Describe),
        ];
    }

    private static string Describe(JsonElement violation)
    {
        var nodes = violation.GetProperty("nodes").EnumerateArray().Take(3)
            .Select(node => $"{node.GetProperty("html").GetString()} {node.GetProperty("failureSummary").GetString()}");
        return $"{violation.GetProperty("id").GetString()}: {string.Join("; ", nodes)}";
    }
}
