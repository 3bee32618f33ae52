using System.Diagnostics;

namespace McMessaging.Chaos;

/// <summary>
/// Sends recipients through a faulty service with <c>mcmsg</c>, kills it at random moments, starts the same command
/// again with the same journal until all is accepted, and compares its word with the service's.
/// </summary>
public static class ChaosRun
{
    private const int MostStarts = 30;

    public static async Task<ChaosReport> ExecuteAsync(ChaosOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("mcmessaging-chaos-").FullName;
        using var sandbox = Sandbox.Start(new SandboxOptions
        {
            Seed = options.Seed,
            Faults = options.Faults,
            TokenLifetime = options.TokenLifetime,
            InboxCapacity = int.MaxValue,
        });
        try
        {
            return await ExecuteAsync(options, sandbox, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<ChaosReport> ExecuteAsync(ChaosOptions options, Sandbox sandbox, string folder)
    {
        var contactKeys = RecipientsFile.Write(Path.Combine(folder, "recipients.csv"), options);
        var begun = Stopwatch.GetTimestamp();
        var kills = 0;
        foreach (var killPoint in KillPoints(options))
        {
            if (await RunAndKillAsync(options, sandbox, folder, killPoint))
            {
                kills++;
            }
        }

        var finishing = await RunUntilAllAcceptedAsync(options, sandbox, folder);
        var verdict = new ChaosVerdict(contactKeys, sandbox.GetMessages(), Path.Combine(folder, "results.jsonl"));
        var counters = sandbox.Counters;
        return new ChaosReport(
            options,
            counters.Requests,
            counters.Requests - (options.Recipients + options.BatchSize - 1) / options.BatchSize,
            counters.FaultsInjected,
            counters.TokensIssued,
            kills,
            options.Kills + finishing,
            verdict.Lost,
            verdict.Twice,
            verdict.Mislabelled,
            Stopwatch.GetElapsedTime(begun));
    }

    private static long[] KillPoints(ChaosOptions options)
    {
        var random = new Random(options.Seed);
        return Enumerable.Range(0, options.Kills)
            .Select(_ => (long)random.Next(1, options.Recipients * 9 / 10))
            .Order()
            .ToArray();
    }

    private static async Task<bool> RunAndKillAsync(
        ChaosOptions options, Sandbox sandbox, string folder, long killPoint)
    {
        using var process = SendProcess.Start(sandbox, folder, options);
        while (!process.HasExited)
        {
            if (sandbox.Counters.EmailAccepted >= killPoint)
            {
                process.Kill();
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(2));
        }

        return false;
    }

    private static async Task<int> RunUntilAllAcceptedAsync(ChaosOptions options, Sandbox sandbox, string folder)
    {
        for (var starts = 1; starts <= MostStarts; starts++)
        {
            using var process = SendProcess.Start(sandbox, folder, options);
            (var exitCode, var errors) = await process.WaitAsync();
            if (exitCode == 0)
            {
                return starts;
            }

            if (exitCode != 1)
            {
                throw new InvalidOperationException($"mcmsg ended with {exitCode}: {errors}");
            }
        }

        throw new InvalidOperationException($"Not everything was accepted after {MostStarts} starts.");
    }
}
