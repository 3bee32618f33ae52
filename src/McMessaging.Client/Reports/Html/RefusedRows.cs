using System.Text;

namespace McMessaging.Reports.Html;

/// <summary>
/// The rows of what was not accepted, written as results come. There is room for so many that the page stays one that a
/// browser opens at once; the rest is counted.
/// </summary>
internal sealed class RefusedRows
{
    private const int MaxBytes = 4_000_000;

    private readonly StringBuilder _markup = new();
    private readonly HtmlWriter _row;
    private readonly ShownText _text;
    private readonly ReportTimes _times;
    private readonly bool _includeAddress;
    private int _bytes;

    public RefusedRows(ReportTimes times, bool includeAddress)
    {
        _row = new HtmlWriter(new StringWriter(_markup));
        _text = new ShownText(includeAddress);
        _times = times;
        _includeAddress = includeAddress;
    }

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>How many of them have a row.</summary>
    public long Shown { get; private set; }

    public string Markup => _markup.ToString();

    public void Add(SavedResult result)
    {
        Count++;
        if (_bytes >= MaxBytes)
        {
            return;
        }

        Shown++;
        var begin = _markup.Length;
        Write(result);
        _bytes += Encoding.UTF8.GetByteCount(_markup.ToString(begin, _markup.Length - begin));
    }

    // HTML lets </td> be left out, which makes a third more rows in the same room.
    private void Write(SavedResult result)
    {
        _row.WriteMarkup("<tr><td class=\"number\">");
        if (result.Index is { } index)
        {
            _row.Write($"{index:0}");
        }

        _row.Write($"<td>{_text.Key(result.ContactKey, result)}");
        if (_includeAddress)
        {
            _row.Write($"<td>{ShownText.Name(result.To)}");
        }

        _row.Write($"<td>{result.Outcome.ToString()}");
        _row.Write($"<td>{ErrorSection.NameOf(result.ErrorCode, result.ErrorName)}<td>{_text.Message(result)}");
        _row.Write($"<td class=\"number\">{result.Attempts:0}<td class=\"time\">{_times.Plain(result.SentAt)}");
        _row.Write($"<td>{ShownText.Name(result.DefinitionKey)}<td>{_text.Key(result.MessageKey, result)}");
        _row.Write($"<td>{ShownText.Name(result.RequestId)}</tr>\n");
    }
}
