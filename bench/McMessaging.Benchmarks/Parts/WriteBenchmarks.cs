using System.Text.Json;
using BenchmarkDotNet.Attributes;
using McMessaging.Benchmarks.Support;
using McMessaging.Endpoints;
using McMessaging.Keys;
using McMessaging.Recipients;
using McMessaging.Sending;

namespace McMessaging.Benchmarks.Parts;

/// <summary>The body of one batch: map, key and write; the baseline serializes an object tree.</summary>
public class WriteBenchmarks
{
    private const int Count = 500;
    private static readonly SendOptions Options = new() { Channel = MessageChannel.Email, DefinitionKey = "welcome" };
    private readonly Row[] _rows = People.Rows(Count);

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int ObjectTree() => JsonSerializer.SerializeToUtf8Bytes(new
    {
        definitionKey = "welcome",
        recipients = _rows.Select(row => new
        {
            contactKey = row.Values[0],
            to = row.Values[1],
            messageKey = Guid.NewGuid().ToString("N"),
            attributes = row.Names.Skip(2).Zip(row.Values.Skip(2))
                .ToDictionary(pair => pair.First, pair => pair.Second),
        }).ToArray(),
    }).Length;

    [Benchmark(OperationsPerInvoke = Count)]
    public int Intake()
    {
        var reader = new RowReader();
        var format = new MessagesEndpoint(Options, []);
        var results = new ResultFactory(format);
        var keys = new MessageKeys("run", Options.Channel, "welcome");
        using var abort = new RunAbort(new RunName("run", MessageChannel.Email, HasJournal: true));
        var earlier = new EarlierOutcome(Options, format, journal: null, results, abort, TimeProvider.System);
        var resume = new ResumeCheck(journal: null, keys, abort);
        using var intake = new RecipientBatcher(
            Options,
            format,
            new RecipientMapper(Options.Mapping, Options.Channel, reader),
            keys,
            new RecipientDecider(new KeyChoice(keys, journal: null, earlier, reader), earlier, resume, results),
            resume,
            results,
            new SendCounters(TimeProvider.System, expected: null),
            rejected: null);
        foreach (var row in _rows)
        {
            intake.Add(row);
        }

        intake.End();
        using var batch = intake.TakeFull()!;
        return batch.Body.Length;
    }
}
