using System.Globalization;

namespace McMessaging;

/// <summary>
/// One of several parts of an input, each sent by a run of its own: in the shell <c>3/8</c>. Whose row it is depends on
/// the contact key alone, so that hosts with one input and one run id share it without a gap or an overlap.
/// </summary>
public sealed record SendShard
{
    private const int MostParts = 10_000;

    /// <summary>Makes a shard.</summary>
    /// <param name="number">Which part, from 1.</param>
    /// <param name="count">How many parts there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    public SendShard(int number, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostParts);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, count);
        Number = number;
        Count = count;
    }

    /// <summary>Which part, from 1.</summary>
    public int Number { get; }

    /// <summary>How many parts there are.</summary>
    public int Count { get; }

    /// <summary>Reads <c>3/8</c>: the third of eight parts.</summary>
    /// <exception cref="FormatException">The text is no shard.</exception>
    public static SendShard Parse(string text)
    {
        var parts = text?.Split('/') ?? [];
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count <= MostParts && number >= 1 && number <= count
                ? new SendShard(number, count)
                : throw new FormatException("A shard is given as i/n, the i-th of n parts: 1/8 to 8/8.");
    }

    /// <summary>As in <c>3/8</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");
}
