using System.Runtime.InteropServices;
using McMessaging.Recipients;

namespace McMessaging.Batches;

/// <summary>
/// The input objects of a batch, until their results are known: references to what is there already, in two lists that
/// the whole batch shares.
/// </summary>
internal sealed class InputRows
{
    private readonly List<object?> _values = [];
    private readonly List<(IReadOnlyList<string> Names, int Start, EarlierSend Earlier)> _rows = [];

    /// <summary>When the batch began to be sent, before its first attempt.</summary>
    public DateTimeOffset BegunAt { get; set; }

    public void Add(InputRow row, EarlierSend earlier)
    {
        _rows.Add((row.Names, _values.Count, earlier));
        _values.AddRange(row.Values);
    }

    public EarlierSend EarlierAt(int index) => _rows[index].Earlier;

    public IReadOnlyList<string> NamesAt(int index) => _rows[index].Names;

    public ReadOnlySpan<object?> ValuesAt(int index) =>
        CollectionsMarshal.AsSpan(_values).Slice(_rows[index].Start, _rows[index].Names.Count);
}

/// <summary>What is known of a message from before this run, for the next one.</summary>
/// <param name="Key">The key to keep where its result has none.</param>
/// <param name="FirstSentAt">When it was first sent, if the service may have it; else <c>null</c>.</param>
internal readonly record struct EarlierSend(string? Key, DateTimeOffset? FirstSentAt);
