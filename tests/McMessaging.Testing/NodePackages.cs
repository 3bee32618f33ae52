using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace McMessaging.Testing;

/// <summary>Installs the npm packages of a folder as its package-lock.json has them, once.</summary>
public static class NodePackages
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly ConcurrentDictionary<string, Lazy<string?>> Installed = [];

    /// <summary>Null when the packages of the folder are there; else what keeps them from being.</summary>
    public static string? Missing(string folder) =>
        Installed.GetOrAdd(folder, one => new Lazy<string?>(() => IsInstalled(one) ? null : Install(one))).Value;

    /// <summary>A program of Node.js by the name that starts it on this system.</summary>
    public static ProcessStartInfo Command(string name, params string[] args) => OperatingSystem.IsWindows()
        ? new ProcessStartInfo("cmd", ["/c", name, .. args])
        : new ProcessStartInfo(name, args);

    // npm writes a lock file of its own when all is installed.
    private static bool IsInstalled(string folder)
    {
        var wanted = new FileInfo(Path.Combine(folder, "package-lock.json"));
        var done = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        return done.Exists && done.LastWriteTimeUtc >= wanted.LastWriteTimeUtc;
    }

    private static string? Install(string folder)
    {
        var start = Command("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries", "0");
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        try
        {
            using var npm = Process.Start(start)!;
            npm.OutputDataReceived += (_, _) => { };
            npm.ErrorDataReceived += (_, _) => { };
            npm.BeginOutputReadLine();
            npm.BeginErrorReadLine();
            if (npm.WaitForExit(Patience))
            {
                return npm.ExitCode == 0 ? null : "npm could not install what it needs from its registry.";
            }

            npm.Kill(entireProcessTree: true);
            return "npm did not get an answer from its registry in time.";
        }
        catch (Win32Exception)
        {
            return "Node.js with npm is not installed.";
        }
    }
}
