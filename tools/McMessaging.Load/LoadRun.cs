namespace McMessaging.Load;

/// <summary>
/// Sends for minutes through a faulty service, from <c>mcmsg</c> and from one PowerShell process at the same time,
/// looks at what the processes hold meanwhile, and compares every result with the service's own record.
/// </summary>
internal static class LoadRun
{
    public static async Task<LoadReport> ExecuteAsync(LoadOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("mcmessaging-load-").FullName;
        using var sandbox = Sandbox.Start(new SandboxOptions
        {
            Seed = options.Seed,
            Faults = options.Faults,
            TokenLifetime = LoadOptions.TokenLifetime,
            DefinitionKeys = [LoadOptions.Definition],
            InboxCapacity = int.MaxValue,
        });
        try
        {
            using var stream = new McmsgStream(options, sandbox, folder);
            using var powerShell = new PowerShellSide(options, sandbox, folder);
            var commands = new McmsgCommands(options, sandbox, folder);
            var streamUse = ResourceLog.WatchAsync("mcmsg", stream.ProcessId, options.Duration);
            var powerShellUse = ResourceLog.WatchAsync("pwsh", powerShell.ProcessId, options.Duration);
            await Task.WhenAll(stream.RunAsync(), powerShell.RunAsync(), commands.RunAsync());

            var verdict = new LoadVerdict(sandbox);
            foreach (var list in (SentList[])[stream.Sent, .. powerShell.Sent, .. commands.Sent])
            {
                verdict.Check(list);
            }

            return new LoadReport(
                options,
                [await streamUse, await powerShellUse],
                verdict,
                sandbox.Counters,
                powerShell.Tally,
                commands.Count,
                [.. stream.Problems, .. powerShell.Problems, .. commands.Problems]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
