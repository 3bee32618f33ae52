using System.Globalization;
using System.IO.Enumeration;
using McMessaging.Errors.Tables;

namespace McMessaging;

/// <summary>
/// What the service's codes and this client's error names mean. The facts are those of the service's documentation, the
/// words are this project's.
/// </summary>
public static class ErrorCatalogue
{
    private const string Prefix = "MCMS_UTM_";

    private static readonly ErrorInfo[] Responses =
    [
        .. DefinitionErrorTable.Entries,
        .. MessageErrorTable.Entries,
        .. RestErrorTable.Entries,
        .. TriggeredErrorTable.Entries,
        .. TriggeredDefinitionErrorTable.Entries,
    ];

    private static readonly Dictionary<int, string> Names = Responses
        .Where(entry => entry.Code is not null)
        .ToDictionary(entry => entry.Code!.Value, entry => entry.Name);

    private static readonly Dictionary<string, int> Codes = Names.ToDictionary(
        pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<int, ErrorInfo> SmsStates =
        SmsDeliveryErrorTable.Entries.ToDictionary(entry => entry.Code!.Value);

    private static readonly Dictionary<int, ErrorInfo> SubscriberStates =
        SubscriberErrorTable.Entries.Concat(SendTimeErrorTable.Entries).ToDictionary(entry => entry.Code!.Value);

    /// <summary>Everything, by level and code.</summary>
    public static IReadOnlyList<ErrorInfo> All { get; } =
    [
        .. Responses.OrderBy(entry => entry.Level).ThenBy(entry => entry.Code ?? int.MaxValue),
        .. HttpErrorTable.Entries,
        .. SubscriberErrorTable.Entries,
        .. SendTimeErrorTable.Entries,
        .. SmsDeliveryErrorTable.Entries,
        .. ClientErrorTable.Entries,
    ];

    /// <summary>
    /// The entries of a code: several if it means different things on different levels, none if it is unknown.
    /// </summary>
    public static IReadOnlyList<ErrorInfo> Find(int code) => All.Where(entry => entry.Code == code).ToArray();

    /// <summary>The entries of a name.</summary>
    /// <param name="text">
    /// A code; a name with or without <c>MCMS_UTM_</c>, in any case, also as a message begins with it; or a pattern
    /// for names and codes, with <c>*</c> and <c>?</c>.
    /// </param>
    public static IReadOnlyList<ErrorInfo> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var wanted = text.Trim();
        if (int.TryParse(wanted, CultureInfo.InvariantCulture, out var code))
        {
            return Find(code);
        }

        wanted = Bare(wanted);
        return All.Where(entry => Fits(wanted, entry.Name) || Fits(wanted, entry.Code)).ToArray();
    }

    /// <summary>
    /// What the error of a result means: by its code, and by its name where there is none or the code means several
    /// things.
    /// </summary>
    /// <returns><c>null</c> if neither is known.</returns>
    public static ErrorInfo? Explain(int? code, string? name)
    {
        var byCode = code is { } number ? Find(number) : [];
        var found = byCode.Count == 0 && name is not null ? All.Where(entry => IsNamed(entry, name)) : byCode;
        return found.FirstOrDefault(error => error.Name == name) ?? found.FirstOrDefault();
    }

    /// <summary>What the status code of a message means; SMS codes first where a number has two meanings.</summary>
    /// <returns><c>null</c> if the code is unknown.</returns>
    public static ErrorInfo? OfStatus(MessageChannel channel, int? code)
    {
        if (code is not { } known)
        {
            return null;
        }

        if (channel == MessageChannel.Sms && SmsStates.TryGetValue(known, out var state))
        {
            return state;
        }

        return SubscriberStates.GetValueOrDefault(known);
    }

    /// <summary>The name of a code; failing that, the one that the message begins with.</summary>
    internal static string? NameOf(int? code, string? message)
    {
        if (code is 0)
        {
            return null;
        }

        return code is { } known && Names.TryGetValue(known, out var name) ? name : NameIn(message);
    }

    /// <summary>The code whose name a message begins with (<c>MCMS_UTM_NAME: text</c>).</summary>
    internal static int? CodeOfMessage(string? message) =>
        NameIn(message) is { } name && Codes.TryGetValue(name, out var code) ? code : null;

    /// <summary>Whether a message begins with the name of an error, known or not.</summary>
    internal static bool NamesError(string? message) => NameIn(message) is not null;

    private static bool Fits(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name);

    private static bool Fits(string pattern, int? code) =>
        code is { } known && Fits(pattern, known.ToString(CultureInfo.InvariantCulture));

    private static bool IsNamed(ErrorInfo entry, string name) =>
        entry.Name.Equals(Bare(name.Trim()), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string text)
    {
        var begin = text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? Prefix.Length : 0;
        var end = text.IndexOf(':', StringComparison.Ordinal);
        return text[begin..(end < 0 ? text.Length : end)];
    }

    private static string? NameIn(string? message)
    {
        if (message is null || !message.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        // Only the name itself, whatever follows it: names are written to journals, and messages may hold data.
        var name = string.Concat(message.Skip(Prefix.Length).TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '_'));
        return name.Length > 0 ? name : null;
    }
}
