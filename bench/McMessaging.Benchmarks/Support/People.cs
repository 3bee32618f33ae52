using System.Globalization;

namespace McMessaging.Benchmarks.Support;

/// <summary>Made-up recipients with three attributes.</summary>
internal static class People
{
    private static readonly string[] Names = ["ContactKey", "To", "FirstName", "City", "OrderNumber"];

    public static Row[] Rows(int count) => Enumerable.Range(1, count).Select(Row).ToArray();

    public static Dictionary<string, object?>[] Dictionaries(int count) => Rows(count)
        .Select(row => row.Names.Zip(row.Values).ToDictionary(pair => pair.First, pair => (object?)pair.Second))
        .ToArray();

    private static Row Row(int number)
    {
        var id = number.ToString("D7", CultureInfo.InvariantCulture);
        return new Row(Names, [$"contact-{id}", $"person{id}@example.com", $"Name {id}", "Reykjavík", $"A-{id}"]);
    }
}
