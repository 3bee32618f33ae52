using System.Management.Automation;

namespace McMessaging.Commands;

/// <summary>Turns PowerShell's paths into the file system's.</summary>
internal static class FilePaths
{
    public static string ToFilePath(this PSCmdlet cmdlet, string path)
    {
        var file = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        return provider.Name == "FileSystem" ? file : throw CommandErrors.NotAFile(path);
    }
}
