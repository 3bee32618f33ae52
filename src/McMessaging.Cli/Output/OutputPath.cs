using System.Diagnostics.CodeAnalysis;

namespace McMessaging.Cli.Output;

/// <summary>What <c>--output</c> names.</summary>
internal static class OutputPath
{
    /// <summary>
    /// <c>-</c> for the names that Unix has for standard output. Opened by such a name, a file that standard output was
    /// redirected to would be written from its beginning once more, or be replaced.
    /// </summary>
    [return: NotNullIfNotNull(nameof(path))]
    public static string? Of(string? path) => path is "/dev/stdout" or "/dev/fd/1" or "/proc/self/fd/1" ? "-" : path;
}
