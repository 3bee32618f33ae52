using System.Globalization;

namespace McMessaging.Load;

/// <summary>Recipients that were sent in one channel, in their order, and where their results are.</summary>
/// <param name="Channel">email, sms or triggered.</param>
/// <param name="Prefix">What their contact keys begin with.</param>
/// <param name="Count">How many there were.</param>
/// <param name="ResultsPath">One result a line, in the order of the input.</param>
internal sealed record SentList(string Channel, string Prefix, int Count, string ResultsPath)
{
    public const string Heading = "ContactKey,To,FirstName";

    public string ContactKey(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{number}");

    public string Row(int number)
    {
        var to = Channel == "sms"
            ? string.Create(CultureInfo.InvariantCulture, $"1555{number % 10_000_000:D7}")
            : string.Create(CultureInfo.InvariantCulture, $"person{number}@example.com");
        return string.Create(CultureInfo.InvariantCulture, $"{ContactKey(number)},{to},Name {number}");
    }
}
