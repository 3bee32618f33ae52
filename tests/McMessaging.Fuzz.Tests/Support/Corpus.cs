namespace McMessaging.Fuzz.Tests.Support;

/// <summary>The inputs that fuzzing begins with: good ones, and every one that once found a defect.</summary>
internal static class Corpus
{
    public static IReadOnlyList<byte[]> Of(string kind, string pattern = "*") =>
        [.. Directory.EnumerateFiles(FolderOf(kind), pattern).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static string FolderOf(string kind) => Path.Combine(AppContext.BaseDirectory, "corpus", kind);
}
