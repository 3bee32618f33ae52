namespace McMessaging.Testing;

/// <summary>Finds the files of the repository that is under test.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Manifest => PathOf("McMessaging.psd1");

    public static string ModuleFolder => PathOf("module");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Sample(string name) => PathOf("samples", name);

    /// <summary>The C# files below a folder that are written by hand, as full paths.</summary>
    public static IEnumerable<string> SourceFiles(params string[] folder) =>
        Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories);

    private static string FindRoot(string? folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return File.Exists(Path.Combine(folder, "McMessaging.slnx")) ? folder : FindRoot(Path.GetDirectoryName(folder));
    }
}
