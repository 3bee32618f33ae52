using BenchmarkDotNet.Attributes;
using McMessaging.Benchmarks.Support;
using McMessaging.Recipients;

namespace McMessaging.Benchmarks.Parts;

/// <summary>Finds keys and attributes in an object; the baseline looks for the names each time.</summary>
public class MapBenchmarks
{
    private const int Count = 500;
    private readonly Row[] _rows = People.Rows(Count);
    private readonly object[] _dictionaries = People.Dictionaries(Count);
    private readonly MappedRecipient _recipient = new();
    private readonly RecipientMapper _mapper = new(new RecipientMapping(), MessageChannel.Email, new RowReader());

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int ByNameEachTime()
    {
        var attributes = 0;
        foreach (var row in _rows)
        {
            var members = row.Names.Zip(row.Values).ToDictionary(
                pair => pair.First, pair => pair.Second, StringComparer.OrdinalIgnoreCase);
            _recipient.ContactKey = members["ContactKey"];
            _recipient.To = members["To"];
            attributes += members.Count(pair => pair.Key is not ("ContactKey" or "To"));
        }

        return attributes;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Rows() => MapAll(_rows);

    [Benchmark(OperationsPerInvoke = Count)]
    public int Dictionaries() => MapAll(_dictionaries);

    private int MapAll(object[] inputs)
    {
        var attributes = 0;
        foreach (var input in inputs)
        {
            _mapper.Map(input, _recipient);
            attributes += _recipient.Attributes.Count;
        }

        return attributes;
    }
}
