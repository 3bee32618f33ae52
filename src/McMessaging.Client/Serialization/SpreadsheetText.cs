using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace McMessaging.Serialization;

/// <summary>Text of our own for a cell: a spreadsheet neither runs it as a formula nor takes it for a number.</summary>
internal static partial class SpreadsheetText
{
    private const char Guard = '\'';
    private const int LongestExactNumber = 15;
    private const string Month =
        @"(jan|ene|gen|feb|fév|fev|mar|mär|mrt|apr|avr|abr|mai|may|mag|mei|jun|juin|giu|jul|lug|aug|aoû|ago|sep|set|"
        + @"oct|okt|out|ott|nov|dec|déc|dez|dic)\p{L}{0,6}\.?";

    /// <summary>A text for people, on one line.</summary>
    public static string OfWords(string words)
    {
        var line = new StringBuilder(words.Length);
        foreach (var character in words)
        {
            var isShown = char.GetUnicodeCategory(character) is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Surrogate);
            line.Append(isShown ? character : ' ');
        }

        // Where a semicolon separates columns, a spreadsheet may split here, whatever the quotes.
        var text = BeforeFormula().Replace(line.ToString().Trim(), ", ");
        return IsFormula(text) ? Guard + text : text;
    }

    /// <summary>A key, as <see cref="ToKey"/> reads it.</summary>
    public static string OfKey(string key) =>
        IsFormula(key) || key.StartsWith(Guard) || WouldBecomeAnother(key) || WordThatChanges().IsMatch(key)
            ? Guard + key
            : key;

    /// <summary>The key of a cell.</summary>
    public static string ToKey(string cell) => cell.StartsWith(Guard) ? cell[1..] : cell;

    private static bool IsFormula(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n'
            or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';

    // 007 becomes 7, and 1E5 another number; dates and long numbers change as well.
    private static bool WouldBecomeAnother(string key) =>
        NumberOrDate().IsMatch(key)
        && (key.Length > LongestExactNumber || key[0] == '0' || !key.All(char.IsAsciiDigit));

    [GeneratedRegex(@";\s*(?=[=+\-@])")]
    private static partial Regex BeforeFormula();

    [GeneratedRegex(@"^[0-9][0-9.,/:Ee+\- ]*$")]
    private static partial Regex NumberOrDate();

    // MAR1 and 2-dez become dates, in whatever language the spreadsheet speaks, true becomes TRUE, and $5 a number.
    [GeneratedRegex(
        @"^(true|false|([0-9]{1,4}[ ./-]*)?" + Month + @"([ ./-]*[0-9]{1,4}){0,2}"
            + @"|[$€£¥.(][0-9.,]+\)?|[0-9.,]+ ?[%€£¥])$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WordThatChanges();
}
