namespace McMessaging.Load;

/// <summary>What a load run came to.</summary>
internal sealed record LoadReport(
    LoadOptions Options,
    IReadOnlyList<ResourceLog> Processes,
    LoadVerdict Verdict,
    SandboxCounters Counters,
    PowerShellTally PowerShell,
    int Commands,
    IReadOnlyList<string> Problems)
{
    public bool IsClean =>
        Problems.Count == 0
        && Processes.All(process => process.Trends.All(trend => trend.IsFlat))
        && Verdict.Channels.All(channel => channel.Value.IsExact(CounterOf(channel.Key)));

    public void Write(TextWriter writer)
    {
        writer.WriteLine($"{Options.Duration.TotalMinutes} minutes, {Options.Concurrency} in flight on each side, "
            + $"latency {Options.LatencyMs} ms, seed {Options.Seed}");
        writer.WriteLine($"requests {Counters.Requests:N0}, faults {Counters.FaultsInjected:N0}, "
            + $"tokens {Counters.TokensIssued:N0}");
        writer.WriteLine($"mcmsg: one send for the whole run, {Commands} short commands");
        writer.WriteLine($"pwsh: {PowerShell.Sends} sends, {PowerShell.FollowUps} follow-ups, {PowerShell.Definitions} "
            + $"definition operations; of these {PowerShell.Failed} failed, {PowerShell.Wrong} wrong");
        writer.WriteLine();
        WriteResources(writer);
        WriteCounts(writer);
        foreach (var problem in Problems)
        {
            writer.WriteLine(problem);
        }

        writer.WriteLine(IsClean ? "Flat and exact." : "NOT flat, or NOT exact.");
    }

    /// <summary>Writes every sample as a line of CSV.</summary>
    public void WriteSamples(TextWriter writer)
    {
        writer.WriteLine("process,seconds,memory,handles,sockets,threads");
        foreach (var process in Processes)
        {
            foreach (var (at, memory, handles, sockets, threads) in process.Samples)
            {
                writer.WriteLine($"{process.Name},{at.TotalSeconds:0},{memory:0.0},{handles},{sockets},{threads}");
            }
        }
    }

    private void WriteResources(TextWriter writer)
    {
        writer.WriteLine("| process | what | first | median | last | per hour | growth | |");
        writer.WriteLine("|:--|:--|--:|--:|--:|--:|--:|:--|");
        foreach (var process in Processes)
        {
            foreach (var trend in process.Trends)
            {
                writer.WriteLine($"| {process.Name} | {trend}");
            }
        }

        writer.WriteLine();
    }

    private void WriteCounts(TextWriter writer)
    {
        writer.WriteLine("| channel | rows | accepted | not taken | unknown | of these taken "
            + "| the service's counter | lost | twice | mislabelled | |");
        writer.WriteLine("|:--|--:|--:|--:|--:|--:|--:|--:|--:|--:|:--|");
        foreach (var (channel, tally) in Verdict.Channels)
        {
            var counter = CounterOf(channel);
            writer.WriteLine($"| {channel} | {tally.Rows:N0} | {tally.Accepted:N0} | {tally.NotTaken:N0} "
                + $"| {tally.Unknown:N0} | {tally.UnknownTaken:N0} | {counter:N0} | {tally.Lost} | {tally.Twice} "
                + $"| {tally.Mislabelled} | {(tally.IsExact(counter) ? "exact" : "NOT EXACT")} |");
        }

        writer.WriteLine();
    }

    private long CounterOf(string channel) => channel switch
    {
        "email" => Counters.EmailAccepted,
        "sms" => Counters.SmsAccepted,
        _ => Counters.TriggeredAccepted,
    };
}
