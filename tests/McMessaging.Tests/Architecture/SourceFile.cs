using System.Text.RegularExpressions;

namespace McMessaging.Tests.Architecture;

/// <summary>A C# file of a project under <c>src</c>, as far as its place in the project goes.</summary>
internal sealed partial class SourceFile
{
    // What stands before a name and is no type, so that the name after it is used and not declared.
    private static readonly HashSet<string> Keywords =
    [
        "new", "return", "is", "as", "case", "in", "out", "ref", "this", "static", "readonly", "public", "private",
        "protected", "internal", "params", "where", "await", "throw", "and", "or", "not", "async", "override",
        "abstract", "virtual", "sealed", "required", "partial", "using", "else", "const", "event", "when", "var",
    ];

    public SourceFile(string project, string path)
    {
        var root = Repository.PathOf("src", project);
        Name = Path.GetRelativePath(root, path).Replace('\\', '/');
        Folder = Name.Contains('/', StringComparison.Ordinal) ? Name[..Name.LastIndexOf('/')] : "(root)";
        var code = TextsAndComments().Replace(File.ReadAllText(path), " ");
        Namespace = NamespaceLine().Match(code).Groups[1].Value;
        Usings = [.. UsingLine().Matches(code).Select(match => match.Groups[1].Value)];
        var types = TypeLine().Matches(code);
        Types = [.. types.Select(match => match.Groups[2].Value)];
        IsPublic = types.Any(match => match.Groups[1].Value == "public");
        var words = Word().Matches(code);
        Names = words.Where(IsUse).Select(NameOf).Except(words.Where(IsMember).Select(NameOf)).ToHashSet();
    }

    /// <summary>The path below the project's folder.</summary>
    public string Name { get; }

    public string Folder { get; }

    public string Namespace { get; }

    public IReadOnlyList<string> Usings { get; }

    /// <summary>The types that it declares outside of others.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Whether one of its types is public.</summary>
    public bool IsPublic { get; }

    /// <summary>The names in its code that can be those of types.</summary>
    public IReadOnlySet<string> Names { get; }

    public static SourceFile[] AllOf(string project) =>
        [.. Repository.SourceFiles("src", project).Select(path => new SourceFile(project, path))];

    private static string NameOf(Match word) => word.Groups["name"].Value;

    private static bool IsUse(Match word) => !word.Groups["member"].Success && !IsMember(word);

    // 'TimeSpan? RetryAfter' declares a member and '{ RetryAfter = wait }' sets one: where a file has a member of that
    // name, the name is not taken for a type's.
    private static bool IsMember(Match word) =>
        word.Groups["set"].Success
        || (word.Groups["before"].Success && !Keywords.Contains(word.Groups["before"].Value));

    [GeneratedRegex("""
        "{3}.*?"{3}|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|//[^\n]*
        """, RegexOptions.Singleline)]
    private static partial Regex TextsAndComments();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex(
        @"^(public|internal)[a-z ]*? (?:class|struct|interface|enum|record(?: struct)?|delegate [\w<>?]+) (\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"(?<=(?<member>\.)|(?<before>\w+[>\]?]*) +|)\b(?<name>[A-Z]\w*)\b(?<set> = )?")]
    private static partial Regex Word();
}
