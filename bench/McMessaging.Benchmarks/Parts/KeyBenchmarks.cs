using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using McMessaging.Benchmarks.Support;
using McMessaging.Keys;

namespace McMessaging.Benchmarks.Parts;

/// <summary>Deriving a message key; the baseline hashes a joined text and keeps the keys in a set of texts.</summary>
public class KeyBenchmarks
{
    private const int Count = 10_000;
    private readonly Row[] _rows = People.Rows(Count);

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int JoinedText()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in _rows)
        {
            var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"run|{row.Values[0]}|{row.Values[1]}|1"));
            seen.Add(Convert.ToBase64String(digest, 0, 16).TrimEnd('=').Replace('+', '-').Replace('/', '_'));
        }

        return seen.Count;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Derive()
    {
        var keys = new MessageKeys("run", MessageChannel.Email, "welcome");
        var length = 0;
        foreach (var row in _rows)
        {
            length += keys.Derive(row.Values[0], row.Values[1]).Length;
        }

        return length;
    }
}
