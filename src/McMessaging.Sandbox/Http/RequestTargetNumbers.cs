using System.Globalization;
using McMessaging.Sandboxing.Errors;

namespace McMessaging.Sandboxing.Http;

internal static class RequestTargetNumbers
{
    public static int WholeNumber(this RequestTarget target, string name, int missing, int least, int most) =>
        (int)WholeNumber(target, name, (long)missing, least, most);

    /// <exception cref="RequestRefusedException">The parameter is given and is no number in its range.</exception>
    public static long WholeNumber(this RequestTarget target, string name, long missing, long least, long most)
    {
        if (!target.Query.TryGetValue(name, out var text))
        {
            return missing;
        }

        var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && number >= least && number <= most
            ? number
            : throw new RequestRefusedException(ServiceErrors.InvalidValue(
                name, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}")));
    }
}
