using System.Buffers;

namespace McMessaging.Http;

/// <summary>An id from the service: it goes where no address and no attribute may go, such as into journals.</summary>
internal static class ServiceId
{
    private const int MaxLength = 100;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <summary>The id, if it looks like one and not like a piece of the request or a command to a terminal.</summary>
    public static string? Of(string? text) =>
        text is { Length: > 0 and <= MaxLength } && !text.AsSpan().ContainsAnyExcept(Plain) ? text : null;
}
