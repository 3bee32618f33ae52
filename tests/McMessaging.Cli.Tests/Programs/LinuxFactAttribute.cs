namespace McMessaging.Cli.Tests.Programs;

/// <summary>A test that needs a shell, /dev/full and /proc.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = LinuxTheoryAttribute.Reason;
}

/// <summary>A theory that needs a shell, /dev/full and /proc.</summary>
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute() => Skip = Reason;

    public static string? Reason => OperatingSystem.IsLinux() ? null : "needs Linux";
}
