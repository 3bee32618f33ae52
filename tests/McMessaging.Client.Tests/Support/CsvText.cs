using System.Collections.Specialized;
using System.Text;

namespace McMessaging.Client.Tests.Support;

/// <summary>Reads CSV as any program does: quotes, and everything in them.</summary>
internal static class CsvText
{
    /// <summary>The rows, each with the names of the first line.</summary>
    public static OrderedDictionary[] Read(string path, char delimiter = ',')
    {
        var lines = Lines(File.ReadAllText(path), delimiter);
        return [.. lines.Skip(1).Select(cells =>
        {
            Assert.Equal(lines[0].Count, cells.Count);
            var row = new OrderedDictionary();
            for (var i = 0; i < cells.Count; i++)
            {
                row.Add(lines[0][i], cells[i]);
            }

            return row;
        })];
    }

    private static List<List<string>> Lines(string text, char delimiter)
    {
        var lines = new List<List<string>>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                var isLiteral = isQuoted && i + 1 < text.Length && text[i + 1] == '"';
                isQuoted = isLiteral || !isQuoted;
                if (isLiteral)
                {
                    cell.Append(text[++i]);
                }
            }
            else if (!isQuoted && (text[i] == delimiter || text[i] == '\n'))
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (text[i] == '\n')
                {
                    lines.Add(cells);
                    cells = [];
                }
            }
            else
            {
                cell.Append(text[i]);
            }
        }

        Assert.Equal((0, 0), (cells.Count, cell.Length));
        return lines;
    }
}
