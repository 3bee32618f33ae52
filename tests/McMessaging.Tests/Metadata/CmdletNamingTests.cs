using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;

namespace McMessaging.Tests.Metadata;

public sealed class CmdletNamingTests
{
    private static readonly string[] SingularsInS = ["Sms", "us", "ss"];

    public static TheoryData<CmdletClass> Cmdlets => [.. CmdletClass.All];

    private static IEnumerable<string> ApprovedVerbs =>
        from type in typeof(VerbsCommon).Assembly.GetExportedTypes()
        where type.Name.StartsWith("Verbs", StringComparison.Ordinal)
        from constant in type.GetFields(BindingFlags.Public | BindingFlags.Static)
        where constant.IsLiteral
        select (string)constant.GetRawConstantValue()!;

    [Fact]
    public void There_are_cmdlets() => Assert.NotEmpty(CmdletClass.All);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_verb_is_approved(CmdletClass cmdlet) => Assert.Contains(cmdlet.Verb, ApprovedVerbs);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_noun_is_singular_and_has_the_prefix(CmdletClass cmdlet)
    {
        Assert.Matches("^Mc[A-Z]", cmdlet.Noun);
        Assert.False(IsPlural(cmdlet.Noun), $"{cmdlet.Noun} is a plural.");
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void No_parameter_name_is_a_plural(CmdletClass cmdlet) =>
        Assert.DoesNotContain(cmdlet.Parameters.Select(p => p.Name), IsPlural);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_class_is_sealed_and_named_after_the_cmdlet(CmdletClass cmdlet)
    {
        Assert.True(cmdlet.Type.IsSealed);
        Assert.Equal($"{cmdlet.Verb}{cmdlet.Noun}Command", cmdlet.Type.Name);
        Assert.Equal("McMessaging.Commands", cmdlet.Type.Namespace);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_class_has_a_file_of_its_own(CmdletClass cmdlet)
    {
        var source = Path.Combine(Repository.Root, "src", "McMessaging");
        var file = Assert.Single(Directory.GetFiles(source, $"{cmdlet.Type.Name}.cs", SearchOption.AllDirectories));

        Assert.Single(Regex.Matches(File.ReadAllText(file), @"^\[Cmdlet\(", RegexOptions.Multiline));
    }

    private static bool IsPlural(string name) =>
        name.EndsWith('s') && !SingularsInS.Any(s => name.EndsWith(s, StringComparison.Ordinal));
}
