using System.Diagnostics;
using System.Globalization;

namespace McMessaging.Chaos;

/// <summary>A program that has the sandbox's account in its environment, in a process of its own.</summary>
internal sealed class ClientProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private ClientProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public StreamWriter Input => _process.StandardInput;

    /// <param name="sandbox">The service.</param>
    /// <param name="program">The program, on the path.</param>
    /// <param name="arguments">Its arguments.</param>
    public static ClientProcess Start(Sandbox sandbox, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SFMC_AUTH_BASE_URL"] = sandbox.Uri.ToString();
        start.Environment["SFMC_CLIENT_ID"] = sandbox.ClientId;
        start.Environment["SFMC_CLIENT_SECRET"] = sandbox.RevealClientSecret();
        return new ClientProcess(Process.Start(start)!);
    }

    /// <param name="name">KILL, TERM or HUP.</param>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", ["-" + name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async Task<ClientExit> WaitAsync()
    {
        await _process.WaitForExitAsync();
        return new ClientExit(_process.ExitCode, await _output, await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}

/// <summary>How a program ended, and what it said.</summary>
internal sealed record ClientExit(int Code, string Output, string Errors);
