using System.Text.Json;
using BenchmarkDotNet.Attributes;
using McMessaging.Endpoints;

namespace McMessaging.Benchmarks.Parts;

/// <summary>Reading the answer of one batch and finding each recipient's item; the baseline builds a tree.</summary>
public class ResponseBenchmarks
{
    private const int Count = 500;
    private readonly string[] _keys = Enumerable.Range(1, Count).Select(i => $"nFL4ULgheUeaGbP{i:D7}").ToArray();
    private byte[] _inOrder = [];
    private byte[] _reversed = [];

    [GlobalSetup]
    public void Response()
    {
        _inOrder = ResponseOf(_keys);
        _reversed = ResponseOf(_keys.Reverse());
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int Tree()
    {
        using var document = JsonDocument.Parse(_inOrder);
        var taken = document.RootElement.GetProperty("responses").EnumerateArray().ToDictionary(
            item => item.GetProperty("messageKey").GetString()!, item => !item.TryGetProperty("errorcode", out _));
        return _keys.Count(key => taken[key]);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int InOrder() => Read(_inOrder);

    [Benchmark(OperationsPerInvoke = Count)]
    public int Reversed() => Read(_reversed);

    private int Read(byte[] response) =>
        MessagesResponseReader.Read(response, _keys)!.Items.Count(item => item.Status == ItemStatus.Taken);

    private static byte[] ResponseOf(IEnumerable<string> keys) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        requestId = "ccdb94bf-fcac-4fef-b194-08f534a2079a",
        errorcode = 0,
        responses = keys.Select(key => new { messageKey = key }),
    });
}
