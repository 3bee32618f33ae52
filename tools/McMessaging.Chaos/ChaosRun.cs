using System.Diagnostics;

namespace McMessaging.Chaos;

/// <summary>
/// Sends recipients through a faulty service with <c>mcmsg</c> on two hosts that share a run id, stops it in every way
/// there is, starts the same commands again until all is accepted, then sends with a second definition under the same
/// run id, and compares every word with the service's.
/// </summary>
public static class ChaosRun
{
    public static async Task<ChaosReport> ExecuteAsync(ChaosOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("mcmessaging-chaos-").FullName;
        using var sandbox = Sandbox.Start(new SandboxOptions
        {
            Seed = options.Seed,
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
        var contactKeys = RecipientsFile.Write(folder, options);
        var begun = Stopwatch.GetTimestamp();
        var run = new StageRun(options, sandbox, folder);
        foreach (var stage in Stage.Draw(options))
        {
            await run.RunAsync(stage);
        }

        for (var host = 0; host < Stage.Hosts; host++)
        {
            await run.FinishAsync(host, SendCommandLine.FirstDefinition);
        }

        await run.FinishAsync(0, SendCommandLine.SecondDefinition);
        var verdict = new ChaosVerdict(contactKeys, sandbox.GetMessages());
        for (var host = 0; host < Stage.Hosts; host++)
        {
            verdict.Check(new SendCommandLine(folder, options, host, SendCommandLine.FirstDefinition));
        }

        verdict.Check(new SendCommandLine(folder, options, 0, SendCommandLine.SecondDefinition));
        var counters = sandbox.Counters;
        return new ChaosReport(
            options,
            counters.Requests,
            counters.FaultsInjected,
            counters.TokensIssued,
            run.Starts,
            run.Aborts,
            verdict.Lost,
            verdict.Twice,
            verdict.Mislabelled,
            Stopwatch.GetElapsedTime(begun));
    }
}
