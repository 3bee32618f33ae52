using McMessaging.Sandboxing.Counting;
using McMessaging.Sandboxing.Faults;
using McMessaging.Sandboxing.Http;

namespace McMessaging.Sandboxing.Inbox;

/// <summary>What the page shows beside the messages, at one moment.</summary>
/// <param name="Resets">How often the sandbox was reset: the numbers of messages begin anew each time.</param>
/// <param name="Oldest">The number of the oldest message that is kept.</param>
/// <param name="Newest">The number of the newest message; 0 when there is none.</param>
/// <param name="Now">The sandbox's time.</param>
/// <param name="ClockOffsetSeconds">How far that is ahead of the real time, or behind it.</param>
/// <param name="Counters">What was asked and done.</param>
/// <param name="Faults">The faults in force, as on the command line.</param>
internal sealed record InboxState(
    long Resets,
    long Oldest,
    long Newest,
    DateTimeOffset Now,
    double ClockOffsetSeconds,
    SandboxCounters Counters,
    IReadOnlyDictionary<string, string> Faults);

/// <summary>Reads the state.</summary>
internal sealed class InboxStateReader(
    InboxSearch search, CounterStore counters, FaultDice dice, MovableClock clock, Func<long> resets)
{
    public InboxState Read() => new(
        resets(),
        search.Oldest,
        search.Newest,
        clock.GetUtcNow(),
        clock.Offset.TotalSeconds,
        counters.Snapshot(),
        dice.Faults.ByName());
}
