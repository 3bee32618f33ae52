using System.Diagnostics;
using System.Text;

namespace McMessaging.Tests.Pester;

/// <summary>Runs a command in a PowerShell of its own.</summary>
internal static class PowerShellProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Its exit code and all it wrote.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string command,
        params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("pwsh", ["-NoProfile", "-NonInteractive", "-Command", command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        await using (limit.Token.Register(() => process.Kill(entireProcessTree: true)))
        {
            await process.WaitForExitAsync();
        }

        return (process.ExitCode, new StringBuilder(await output).Append(await errors).ToString());
    }
}
