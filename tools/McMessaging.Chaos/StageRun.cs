namespace McMessaging.Chaos;

/// <summary>Runs one stage: starts the command, waits for its moment, and ends it.</summary>
internal sealed class StageRun(ChaosOptions options, Sandbox sandbox, string folder)
{
    private const int MostStarts = 30;

    /// <summary>Starts of the command so far.</summary>
    public int Starts { get; private set; }

    /// <summary>Runs that ended in another way than they should: by a crash, above all.</summary>
    public int Aborts { get; private set; }

    public async Task RunAsync(Stage stage)
    {
        sandbox.SetFaults(stage.Faults);
        var command = new SendCommandLine(folder, options, stage.Host, SendCommandLine.FirstDefinition)
        {
            IsDiskFull = stage.End == StageEnd.DiskFull,
        };
        using var process = Start(command);
        using var other = stage.End == StageEnd.TwoAtOnce
            ? Start(command with { Host = (stage.Host + 1) % Stage.Hosts })
            : null;
        // Not before it has begun to send: a process that is still starting hears no signal.
        var requests = sandbox.Counters.Requests;
        while (!process.HasExited
            && (sandbox.Counters.EmailAccepted < stage.EndsAt || sandbox.Counters.Requests == requests))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2));
        }

        sandbox.MoveClock(stage.ClockMoves);
        await EndAsync(process, stage.End);
        if (other is not null)
        {
            await EndAsync(other, StageEnd.Killed);
        }
    }

    /// <summary>Starts the command again until everything is accepted.</summary>
    public async Task FinishAsync(int host, string definition)
    {
        sandbox.SetFaults(Stage.Last(host).Faults);
        var lastWords = "";
        for (var starts = 1; starts <= MostStarts; starts++)
        {
            using var process = Start(new SendCommandLine(folder, options, host, definition));
            var exit = await process.WaitAsync();
            if (exit.Code == 0)
            {
                return;
            }

            lastWords = exit.Errors;
            if (exit.Code != 1)
            {
                throw new InvalidOperationException($"mcmsg ended with {exit.Code}: {lastWords}");
            }
        }

        throw new InvalidOperationException($"Not everything was accepted after {MostStarts} starts: {lastWords}");
    }

    private ClientProcess Start(SendCommandLine command)
    {
        Starts++;
        return ClientProcess.Start(sandbox, "dotnet", command.Arguments);
    }

    private async Task EndAsync(ClientProcess process, StageEnd end)
    {
        var signal = end switch
        {
            StageEnd.Killed or StageEnd.TwoAtOnce => "KILL",
            StageEnd.Terminated => "TERM",
            StageEnd.HungUp => "HUP",
            _ => null,
        };
        var isSignalled = signal is not null && !process.HasExited;
        if (isSignalled)
        {
            await process.SignalAsync(signal!);
        }

        var exit = await process.WaitAsync();
        var isInOrder = exit.Code is >= 0 and <= 4 || (isSignalled && exit.Code == (signal == "KILL" ? 137 : 130));
        if (!isInOrder)
        {
            Aborts++;
            Console.Error.WriteLine($"seed {options.Seed}, {end}: mcmsg ended with {exit.Code}: {exit.Errors}");
        }
    }
}
