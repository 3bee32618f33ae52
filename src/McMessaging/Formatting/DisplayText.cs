namespace McMessaging.Commands;

/// <summary>Words values for the views, which show no address. Public because the format file calls it.</summary>
public static class DisplayText
{
    /// <summary>A contact key; one that is an email address keeps the first letters of its parts.</summary>
    public static string? ContactKey(string? key)
    {
        var at = key?.LastIndexOf('@') ?? -1;
        return at < 0 ? key : $"{FirstOf(key!.AsSpan(0, at))}…@{FirstOf(key.AsSpan(at + 1))}…";
    }

    /// <summary>The code and the name of an error, or the status where there is neither.</summary>
    public static string Error(int? code, string? name, int? httpStatus) => (code, name) switch
    {
        (0, _) => "",
        ({ } number, null) => $"{number}",
        ({ } number, _) => $"{number} {name}",
        (null, not null) => name,
        _ => httpStatus is { } status and >= 400 ? $"HTTP {status}" : "",
    };

    /// <summary>An asterisk for the current connection of the session.</summary>
    public static string CurrentMark(Connection connection) =>
        ReferenceEquals(connection, ConnectionRegistry.OfSession.Current) ? "*" : "";

    private static ReadOnlySpan<char> FirstOf(ReadOnlySpan<char> text) => text.Length > 1 ? text[..1] : "";
}
