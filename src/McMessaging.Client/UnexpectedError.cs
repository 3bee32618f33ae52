using System.Diagnostics;

namespace McMessaging;

/// <summary>
/// What may be told of an exception that nobody foresaw: its own words may hold a secret or a piece of the input.
/// </summary>
public static class UnexpectedError
{
    /// <summary>Its type and where it was thrown; of a file system's error its words, which name files alone.</summary>
    public static string Describe(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is IOException or UnauthorizedAccessException
            ? exception.Message.TrimEnd('.')
            : exception.GetType().Name + PlaceOf(exception);
    }

    private static string PlaceOf(Exception exception) =>
        new StackTrace(exception, fNeedFileInfo: false).GetFrame(0)?.GetMethod() is { } method
            ? $" in {method.DeclaringType?.FullName}.{method.Name}"
            : "";
}
