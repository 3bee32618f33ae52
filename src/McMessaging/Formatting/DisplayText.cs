using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace McMessaging.Commands;

/// <summary>Words values for the views, which show no address. Public because the format file calls it.</summary>
public static partial class DisplayText
{
    /// <summary>A value from outside; a text is one line that moves no cursor.</summary>
    public static object? Text(object? value) => value is string text ? OneLine.Of(text) : value;

    /// <summary>The service's words on a recipient, without its address.</summary>
    public static string Words(string? words, string? address) =>
        OneLine.Of(words is null ? null : AddressMask.Words(words, address));

    /// <summary>
    /// A contact key; one that is an address keeps so much of its parts that people can be told apart, and at most half
    /// of each.
    /// </summary>
    public static string ContactKey(string? key, string? address = null, object? channel = null) =>
        OneLine.Of(AddressMask.ContactKey(key ?? "", address, AddressMask.IsSms($"{channel}")));

    /// <summary>A time in the zone of the person who reads it, also of a copy, which has only its text.</summary>
    public static string Time(object? time) => TimeOf(time) is { } known
        ? known.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        : "";

    /// <summary>Several addresses, masked like a contact key; a copy's list is one of objects.</summary>
    public static string Addresses(IEnumerable? addresses) =>
        string.Join(", ", (addresses ?? Array.Empty<string>()).Cast<object?>().Select(one => ContactKey($"{one}")));

    /// <summary>The code and the name of an error, or the status where there is neither.</summary>
    public static string Error(int? code, string? name, int? httpStatus) => (code, name) switch
    {
        (0, _) => "",
        ({ } number, null) => $"{number}",
        ({ } number, _) => $"{number} {OneLine.Of(name)}",
        (null, not null) => OneLine.Of(name),
        _ => httpStatus is { } status and >= 400 ? $"HTTP {status}" : "",
    };

    /// <summary>Why a message was not sent: the code, unless it is 0, and the service's words.</summary>
    public static string Reason(int? code, string? words, string? address = null) =>
        code is null or 0 ? Words(words, address) : $"{code} {Words(words, address)}".TrimEnd();

    /// <summary>Words in lines of a width; a table cell on its own breaks them anywhere.</summary>
    public static string Lines(string? text, int width)
    {
        var line = 0;
        var lines = new StringBuilder();
        foreach (Match part in WordOrPartOfName().Matches(text ?? ""))
        {
            if (line > 0 && line + part.Value.TrimEnd().Length > width)
            {
                // A space at the end is one character too many: some cultures' tables break the line once more.
                while (lines[^1] == ' ')
                {
                    lines.Length--;
                }

                lines.Append('\n');
                line = 0;
            }

            lines.Append(part.Value);
            line += part.Length;
        }

        return lines.ToString();
    }

    /// <summary>An asterisk for the current connection of the session.</summary>
    public static string CurrentMark(Connection connection) =>
        ReferenceEquals(connection, ConnectionRegistry.OfSession.Current) ? "*" : "";

    private static DateTimeOffset? TimeOf(object? time) => time switch
    {
        DateTimeOffset known => known,
        _ => DateTimeOffset.TryParse(time?.ToString(), CultureInfo.InvariantCulture, out var parsed) ? parsed : null,
    };

    [GeneratedRegex(@"[^\s_]+[\s_]*|[\s_]+")]
    private static partial Regex WordOrPartOfName();
}
