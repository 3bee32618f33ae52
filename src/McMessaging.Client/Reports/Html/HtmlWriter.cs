using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Text;

namespace McMessaging.Reports.Html;

/// <summary>Writes HTML. What stands in braces in a text is encoded, always; the rest of the text is markup.</summary>
internal sealed class HtmlWriter(TextWriter writer)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _pending = new();

    /// <summary>Writes what the compiler has put together by the time of the call.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] Markup markup)
    {
        _ = markup;
        writer.Write(_pending);
        _pending.Clear();
    }

    /// <summary>Writes markup, style or script of this project's own.</summary>
    public void WriteMarkup(string markup) => writer.Write(markup);

    private void Append(string? text)
    {
        if (text is not null)
        {
            _pending.Append(Encoder.Encode(text));
        }
    }

    /// <summary>A text with values in braces, on its way into a page.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Markup
    {
        private readonly HtmlWriter _page;

        /// <summary>Made by the compiler.</summary>
        public Markup(int literalLength, int formattedCount, HtmlWriter page)
        {
            _ = (literalLength, formattedCount);
            _page = page;
        }

        public void AppendLiteral(string markup) => _page._pending.Append(markup);

        public void AppendFormatted(string? text) => _page.Append(text);

        /// <summary>A count for people.</summary>
        public void AppendFormatted(long count) => _page.Append(count.ToString("N0", CultureInfo.InvariantCulture));

        /// <summary>A number for a machine, or one of people's that has a format of its own.</summary>
        public void AppendFormatted(IFormattable value, string format) =>
            _page.Append(value.ToString(format, CultureInfo.InvariantCulture));
    }
}
