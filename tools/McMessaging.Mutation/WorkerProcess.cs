using System.Diagnostics;
using System.Text.Json;

namespace McMessaging.Mutation;

/// <summary>A worker, seen from the run.</summary>
internal sealed class WorkerProcess : IDisposable
{
    // The worker sees by itself that a test hangs; this is for one that cannot even do that.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Process _process;

    public WorkerProcess(string folder, int fault)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(WorkerProcess).Assembly.Location);
        }

        foreach (var argument in (string[])["worker", folder, fault.ToString()])
        {
            start.ArgumentList.Add(argument);
        }

        // A fault that takes memory without end should end its own process, not the computer.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x60000000";
        // Thousands of faults let code be compiled again and again for nothing.
        start.Environment["DOTNET_TieredPGO"] = "0";
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
    }

    /// <summary>Hands the worker one request.</summary>
    /// <returns>Null if the process ended without a response.</returns>
    public async Task<WorkerResponse?> AskAsync(WorkerRequest request)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request));
            await _process.StandardInput.FlushAsync();
            var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
            return line is null ? null : JsonSerializer.Deserialize<WorkerResponse>(line);
        }
        catch (Exception exception) when (exception is IOException or TimeoutException or JsonException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
