using System.Diagnostics;
using System.Globalization;

namespace McMessaging.Chaos;

/// <summary>One run of <c>mcmsg send email</c> in a process of its own, always with the same command line.</summary>
internal sealed class SendProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private SendProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEndAsync();
    }

    public bool HasExited => _process.HasExited;

    public static SendProcess Start(Sandbox sandbox, string folder, ChaosOptions options)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "mcmsg.dll"), "send", "email",
            "--definition", "chaos",
            "--input", Path.Combine(folder, "recipients.csv"),
            "--output", Path.Combine(folder, "results.jsonl"),
            "--journal", Path.Combine(folder, "journal.jsonl"),
            "--batch-size", options.BatchSize.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["SFMC_AUTH_BASE_URL"] = sandbox.Uri.ToString();
        start.Environment["SFMC_CLIENT_ID"] = sandbox.ClientId;
        start.Environment["SFMC_CLIENT_SECRET"] = sandbox.RevealClientSecret();
        return new SendProcess(Process.Start(start)!);
    }

    /// <summary>SIGKILL: no handler runs, no buffer is flushed.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public async Task<(int ExitCode, string Errors)> WaitAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _errors);
    }

    public void Dispose() => _process.Dispose();
}
