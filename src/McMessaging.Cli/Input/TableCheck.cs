using System.Text.Json;

namespace McMessaging.Cli.Input;

/// <summary>Whether all records have the same members, with single values: then they fit into CSV.</summary>
internal sealed class TableCheck(string input)
{
    private HashSet<string>? _names;

    /// <exception cref="InputException">A record does not fit.</exception>
    public void Check(InputRecord record, long line)
    {
        var names = Enumerable.Range(0, record.Count).Select(record.NameAt);
        _names ??= names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < record.Count; i++)
        {
            if (record.ValueAt(i) is JsonElement { ValueKind: JsonValueKind.Object or JsonValueKind.Array })
            {
                throw DoesNotFit(line, $"{MemberNames.Describe([record.NameAt(i)])} is not a single value.");
            }
        }

        if (!_names.SetEquals(names))
        {
            throw DoesNotFit(line, "the record has other members than the first.");
        }
    }

    private InputException DoesNotFit(long line, string problem) => new(
        input, line, problem, "Such records cannot be kept as CSV: give --rejected a name that ends in .jsonl.");
}
