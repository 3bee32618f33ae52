using System.Diagnostics;

namespace McMessaging.Cli.Tests.Programs;

/// <summary>The built program in a process of its own, as a user runs it.</summary>
internal sealed class ChildProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private ChildProgram(Process process) => _process = process;

    /// <summary>What was left of standard output at the end.</summary>
    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public static ChildProgram Start(IReadOnlyDictionary<string, string> variables, params string[] args) =>
        StartFile(Path.Combine(AppContext.BaseDirectory, "mcmsg.dll"), variables, args);

    /// <param name="before">What a shell reads before the program's name.</param>
    /// <param name="redirections">What it does with its streams, such as <c>&gt;/dev/full</c>.</param>
    /// <param name="variables">The environment variables.</param>
    /// <param name="args">The arguments.</param>
    public static ChildProgram StartRedirected(
        string before, string redirections, IReadOnlyDictionary<string, string> variables, params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "mcmsg.dll");
        return StartCommand(["sh", "-c", $"{before}dotnet \"$0\" \"$@\" {redirections}", program, .. args], variables);
    }

    /// <summary>A line as a user types it, in a shell that knows mcmsg.</summary>
    /// <param name="line">The line.</param>
    /// <param name="folder">The current folder.</param>
    /// <param name="variables">The environment variables.</param>
    public static ChildProgram StartLine(string line, string folder, IReadOnlyDictionary<string, string> variables)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "mcmsg.dll");
        var script = $"mcmsg() {{ dotnet \"$0\" \"$@\"; }}; cd \"$1\" && shift && {line}";
        return StartCommand(["sh", "-c", script, program, folder], variables);
    }

    public static ChildProgram StartFile(
        string program, IReadOnlyDictionary<string, string> variables, params string[] args) =>
        StartCommand(["dotnet", program, .. args], variables);

    /// <param name="script">A shell script, which finds the program as <c>mcmsg</c>.</param>
    /// <param name="programs">A folder for that.</param>
    /// <param name="variables">The environment variables.</param>
    /// <param name="args">The arguments.</param>
    public static ChildProgram StartScript(
        string script, string programs, IReadOnlyDictionary<string, string> variables, params string[] args)
    {
        var program = Path.Combine(programs, "mcmsg");
        var lines = $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "mcmsg.dll")}' \"$@\"\n";
        File.WriteAllText(program, lines);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var path = new Dictionary<string, string>(variables)
        {
            ["PATH"] = $"{programs}:{Environment.GetEnvironmentVariable("PATH")}",
        };
        return StartCommand(["sh", script, .. args], path);
    }

    private static ChildProgram StartCommand(string[] command, IReadOnlyDictionary<string, string> variables)
    {
        command = [.. DefaultSignals(), .. command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((var name, var value) in variables)
        {
            start.Environment[name] = value;
        }

        return new ChildProgram(Process.Start(start)!);
    }

    /// <summary>Reads standard output up to the line that begins so.</summary>
    public async Task<List<string>> ReadLinesUntilAsync(string beginning)
    {
        var lines = new List<string>();
        while (lines.Count == 0 || !lines[^1].StartsWith(beginning, StringComparison.Ordinal))
        {
            var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
            lines.Add(line ?? throw new EndOfStreamException());
        }

        return lines;
    }

    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        var rest = _process.StandardOutput.ReadToEndAsync();
        Error = await _process.StandardError.ReadToEndAsync().WaitAsync(Patience);
        Out = await rest.WaitAsync(Patience);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Ends it and all that it started, without a chance to do anything about it.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <param name="name">INT, TERM or HUP.</param>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    /// <summary>
    /// What a shell's background job, or nohup, is to ignore, the programs that it starts would ignore as well.
    /// </summary>
    private static string[] DefaultSignals()
    {
        const string Status = "/proc/self/status";
        const ulong HangUpAndInterrupt = 0b11;
        if (!File.Exists(Status))
        {
            return [];
        }

        var ignored = File.ReadLines(Status).Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        var mask = Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16);
        return (mask & HangUpAndInterrupt) != 0 ? ["env", "--default-signal=HUP,INT"] : [];
    }
}
