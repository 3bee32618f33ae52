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

    /// <summary>The files that a pattern finds; a path without wildcards need not exist.</summary>
    public static IEnumerable<string> FindFilePaths(this PSCmdlet cmdlet, string path)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(path))
        {
            return [cmdlet.ToFilePath(WildcardPattern.Unescape(path))];
        }

        var files = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out var provider);
        return provider.Name == "FileSystem" ? files : throw CommandErrors.NotAFile(path);
    }
}
