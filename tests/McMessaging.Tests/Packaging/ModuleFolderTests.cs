using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace McMessaging.Tests.Packaging;

public sealed class ModuleFolderTests
{
    private static readonly string[] OurAssemblies =
        ["McMessaging.Client.dll", "McMessaging.Sandbox.dll", "McMessaging.dll"];

    public static TheoryData<string> Assemblies => [.. OurAssemblies];

    [Fact]
    public void It_holds_no_assembly_but_ours() =>
        Assert.Equal(
            OurAssemblies.Order(StringComparer.Ordinal),
            Directory.GetFiles(Repository.ModuleFolder, "*.dll", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Repository.ModuleFolder, f))
                .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void It_holds_the_build_under_test(string assembly) =>
        Assert.Equal(
            BuildOf(Path.Combine(AppContext.BaseDirectory, assembly)),
            BuildOf(Path.Combine(Repository.ModuleFolder, assembly)));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_referenced_System_Text_Json_is_one_that_PowerShell_7_4_has(string assembly) =>
        Assert.All(
            ReferencesOf(assembly).Where(r => r.Name == "System.Text.Json"),
            reference => Assert.Equal("8.0", reference.Version.ToString(2)));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_cmdlets_alone_reference_PowerShell(string assembly) =>
        Assert.Equal(
            assembly == "McMessaging.dll",
            ReferencesOf(assembly).Any(r => r.Name == "System.Management.Automation"));

    private static Guid BuildOf(string file)
    {
        using var stream = File.OpenRead(file);
        using var executable = new PEReader(stream);
        var metadata = executable.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private static List<(string Name, Version Version)> ReferencesOf(string assembly)
    {
        using var stream = File.OpenRead(Path.Combine(Repository.ModuleFolder, assembly));
        using var executable = new PEReader(stream);
        var metadata = executable.GetMetadataReader();
        return
        [
            .. from handle in metadata.AssemblyReferences
               let reference = metadata.GetAssemblyReference(handle)
               select (metadata.GetString(reference.Name), reference.Version),
        ];
    }
}
