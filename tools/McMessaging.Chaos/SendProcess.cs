using System.Diagnostics;
using System.Globalization;

namespace McMessaging.Chaos;

/// <summary>One run of <c>mcmsg send email</c> in a process of its own.</summary>
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

    /// <summary>Starts the command: for one host and definition always the same, but for where results go.</summary>
    public static SendProcess Start(Sandbox sandbox, SendCommandLine command)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["SFMC_AUTH_BASE_URL"] = sandbox.Uri.ToString();
        start.Environment["SFMC_CLIENT_ID"] = sandbox.ClientId;
        start.Environment["SFMC_CLIENT_SECRET"] = sandbox.RevealClientSecret();
        return new SendProcess(Process.Start(start)!);
    }

    /// <param name="name">KILL, TERM or HUP.</param>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async Task<(int ExitCode, string Errors)> WaitAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _errors);
    }

    public void Dispose() => _process.Dispose();
}
