namespace McMessaging.Cli.Tests.Programs;

internal static class Repository
{
    private static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory)).FullName;

    public static string Sample(string name) => Path.Combine(Root, "samples", name);

    private static DirectoryInfo Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "McMessaging.slnx")) ? folder : Find(folder.Parent!);
}
