namespace McMessaging.Tests;

/// <summary>Finds the files of the repository that is under test.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Manifest => Path.Combine(Root, "McMessaging.psd1");

    public static string ModuleFolder => Path.Combine(Root, "module");

    private static string FindRoot(string? folder)
    {
        Assert.NotNull(folder);
        return File.Exists(Path.Combine(folder, "McMessaging.psd1")) ? folder : FindRoot(Path.GetDirectoryName(folder));
    }
}
