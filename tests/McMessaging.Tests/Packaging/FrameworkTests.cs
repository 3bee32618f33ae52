using System.Runtime.Versioning;
using System.Xml.Linq;
using McMessaging.Commands;
using McMessaging.Sandboxing;

namespace McMessaging.Tests.Packaging;

public sealed class FrameworkTests
{
    [Fact]
    public void The_modules_assemblies_load_in_PowerShell_7_4() =>
        Assert.All(
            [typeof(SendMcEmailCommand).Assembly, typeof(Connection).Assembly, typeof(SandboxOptions).Assembly],
            assembly => Assert.Equal(".NETCoreApp,Version=v8.0", FrameworkOf(assembly)));

    [Fact]
    public void The_tests_run_on_the_framework_they_are_built_for() =>
        Assert.Equal($".NETCoreApp,Version=v{Environment.Version.ToString(2)}", FrameworkOf(GetType().Assembly));

    [Fact]
    public void A_framework_out_of_support_is_a_warning_and_no_error()
    {
        var properties = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props"));

        Assert.Contains(
            "NETSDK1138",
            properties.Descendants("WarningsNotAsErrors").Single().Value.Split(';'));
    }

    private static string FrameworkOf(System.Reflection.Assembly assembly) =>
        assembly.GetCustomAttributes(typeof(TargetFrameworkAttribute), inherit: false)
            .Cast<TargetFrameworkAttribute>()
            .Single()
            .FrameworkName;
}
