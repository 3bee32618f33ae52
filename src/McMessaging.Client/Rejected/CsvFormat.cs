using System.Text;
using McMessaging.Recipients;

namespace McMessaging.Rejected;

/// <summary>Rejected rows as CSV. The columns are those of the first input object that has any.</summary>
internal sealed class CsvFormat(RejectedFileFormat format, SendShard? shard, IRecordReader reader)
    : IRejectedFormat
{
    private readonly Encoding _encoding = format.Encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
    private readonly char[] _special = [format.Delimiter, '"', '\r', '\n', ';', ',', '\t', '|', '#'];
    private readonly StringBuilder _line = new();
    private string[] _columns = [];
    private IReadOnlyList<string>? _known;
    private bool _isBegun;

    public string? Problem(InputRow row)
    {
        if (row.Names.Count == 0)
        {
            return null;
        }

        if (!ReferenceEquals(row.Names, _known))
        {
            string[] own = [.. row.Names.Where(name => !RejectedColumns.Contains(name))];
            if (_columns.Length == 0 && !_isBegun)
            {
                _columns = own;
            }

            if (!own.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(_columns))
            {
                return $"an input object has other columns than the first. Found: {MemberNames.Describe(own)}.";
            }

            _known = row.Names;
        }

        for (var i = 0; i < row.Values.Count; i++)
        {
            if (IsNested(row.Values[i]))
            {
                return $"the property '{MemberNames.Plain(row.Names[i])}' is not a single value.";
            }
        }

        return null;
    }

    public void Append(RejectedRow row, Stream output)
    {
        if (!_isBegun)
        {
            _isBegun = true;
            output.Write(_encoding.Preamble);
            AppendLine(_columns.Concat(RejectedColumns.Of(shard)), output);
        }

        var texts = _columns.Select(column => TextOf(row, column)).ToArray();
        AppendLine(texts.Concat(row.Texts(shard, format.Words)), output);
    }

    private bool IsNested(object? value)
    {
        try
        {
            return !ScalarText.TryFormat(reader.Unwrap(value), out _);
        }
        catch (NotUnicodeException)
        {
            return false;
        }
    }

    private string? TextOf(RejectedRow row, string column)
    {
        var names = row.Rows.NamesAt(row.Index);
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Equals(column, StringComparison.OrdinalIgnoreCase))
            {
                return MemberText.Of(row.Rows.ValuesAt(row.Index)[i], reader);
            }
        }

        return null;
    }

    private void AppendLine(IEnumerable<string?> cells, Stream output)
    {
        _line.Clear();
        foreach (var cell in cells)
        {
            AppendCell(cell ?? "");
            _line.Append(format.Delimiter);
        }

        _line[^1] = '\n';
        output.Write(_encoding.GetBytes(_line.ToString()));
    }

    private void AppendCell(string cell)
    {
        var isPlain = cell.IndexOfAny(_special) < 0
            && (cell.Length == 0 || !(char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1])));
        if (isPlain)
        {
            _line.Append(cell);
        }
        else
        {
            _line.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
    }
}
