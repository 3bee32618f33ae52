using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace McMessaging.Cli.Input;

/// <summary>The rows of a CSV file: a delimiter, double quotes, a header row.</summary>
internal sealed class CsvRecords : IRecordSource
{
    /// <summary>No field can be longer than the service's limit of a request.</summary>
    private const int LongestField = 4_000_000;

    private const int BufferSize = 64 * 1024;

    private readonly string _name;
    private readonly InputContent _content;
    private readonly InputOptions _options;
    private readonly CsvParser _parser;
    private readonly CsvRow _row;
    private long _nextLine = 1;

    public CsvRecords(InputContent content, string name, InputOptions options)
    {
        _name = name;
        _content = content;
        _options = options;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = options.Delimiter.ToString(),
            BadDataFound = found => throw BadQuotes(found.Field),
            IgnoreBlankLines = false,
            MaxFieldSize = LongestField,
        };
        var reader = new StreamReader(content, Encoding.UTF8, bufferSize: BufferSize, leaveOpen: true);
        _parser = new CsvParser(reader, configuration);
        _row = new CsvRow(ReadHeader());
    }

    public object Record => _row;

    public long Line { get; private set; }

    public bool Read()
    {
        if (!ReadRow())
        {
            return false;
        }

        if (_parser.Count != _row.Values.Length)
        {
            throw Broken(
                $"the row has {_parser.Count} fields, the header has {_row.Values.Length}.",
                "Give every row as many fields as the header, and quote fields that hold the delimiter.");
        }

        for (var i = 0; i < _row.Values.Length; i++)
        {
            _row.Values[i] = _parser[i];
        }

        return true;
    }

    public void Dispose() => _parser.Dispose();

    private string[] ReadHeader()
    {
        if (!ReadRow())
        {
            throw new InputException(_name, 1, "there is nothing in it.", "Give a file that is not empty.");
        }

        var names = new string[_parser.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = _parser[i].Trim();
            if (names[i].Length == 0)
            {
                throw Broken($"column {i + 1} has no name.", "Name it, or remove it.");
            }
        }

        if (RecordNames.FirstTwice(names) is { } twice)
        {
            throw Broken($"the column '{twice}' is there twice.", "Rename or remove one of them.");
        }

        return _options.Columns.Problem(names) is not { } problem ? names : throw Broken(
            problem,
            names.Length == 1 && OtherDelimiterIn(names[0]) is { } delimiter
                ? $"Give --delimiter {delimiter}."
                : "Name the columns with --contact-key, --to, --message-key and --attributes, "
                    + "or add --use-address-as-contact-key.");
    }

    private static string? OtherDelimiterIn(string header) => header.AsSpan().IndexOfAny(",;\t|") switch
    {
        < 0 => null,
        var at when header[at] == '\t' => "tab",
        var at => $"\"{header[at]}\"",
    };

    private bool ReadRow()
    {
        do
        {
            Line = _nextLine;
            _content.BeginRecord(Line);
            if (!ParseRow())
            {
                return false;
            }

            _nextLine += _parser.RawRecord.AsSpan().Count('\n');
        }
        while (string.IsNullOrWhiteSpace(_parser.RawRecord));

        return true;
    }

    private bool ParseRow()
    {
        try
        {
            return _parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw Broken("a field has more than 4,000,000 characters.", "Look for a quote that is never closed.");
        }
    }

    private InputException BadQuotes(string field) =>
        field.StartsWith('"') && field.AsSpan().Count('"') % 2 == 1
            ? Broken("a double quote is opened and never closed.", "Close it, or write it twice within a text.")
            : Broken(
                "a double quote is in the wrong place.",
                "Put the whole field in double quotes, without spaces around them, and write quotes inside it twice.");

    private InputException Broken(string problem, string action) => new(_name, Line, problem, action);
}
