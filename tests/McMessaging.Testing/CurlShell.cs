using System.Diagnostics;

namespace McMessaging.Testing;

/// <summary>Runs commands for curl as they are, in a Unix shell.</summary>
public static class CurlShell
{
    private const string Shell = "/bin/sh";

    /// <summary>What keeps the commands from being run; null when nothing does.</summary>
    public static string? Missing { get; } = File.Exists(Shell) && IsOnPath("curl")
        ? null
        : "THE COMMANDS FOR curl WERE NOT TESTED: they need a Unix shell and curl.";

    /// <returns>What the commands wrote to standard output.</returns>
    public static async Task<string> RunAsync(string commands, string? clientSecret = null)
    {
        var start = new ProcessStartInfo(Shell, ["-c", commands]) { RedirectStandardOutput = true };
        start.Environment["SFMC_CLIENT_SECRET"] = clientSecret;
        start.Environment["NO_PROXY"] = "127.0.0.1";
        using var shell = Process.Start(start)!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return output;
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
