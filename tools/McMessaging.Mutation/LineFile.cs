using System.Text.Json;

namespace McMessaging.Mutation;

/// <summary>A file of JSON lines that grows while a run goes on, and from which a stopped run is continued.</summary>
internal sealed class LineFile<T> : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StreamWriter _writer;

    private LineFile(StreamWriter writer, IReadOnlyList<T> earlier)
    {
        _writer = writer;
        Earlier = earlier;
    }

    /// <summary>What was there when the file was opened.</summary>
    public IReadOnlyList<T> Earlier { get; }

    public static LineFile<T> Open(string path, bool isContinued)
    {
        T[] earlier = isContinued && File.Exists(path)
            ? [.. File.ReadLines(path).Where(IsWhole).Select(line => JsonSerializer.Deserialize<T>(line)!)]
            : [];
        var file = new LineFile<T>(new StreamWriter(path) { AutoFlush = true }, earlier);
        foreach (var one in earlier)
        {
            file.Add(one);
        }

        return file;
    }

    public void Add(T one)
    {
        lock (_gate)
        {
            _writer.WriteLine(JsonSerializer.Serialize(one));
        }
    }

    public void Dispose() => _writer.Dispose();

    // The last line of a run that was ended by force.
    private static bool IsWhole(string line) => line.EndsWith('}');
}
