using System.Text.Json;

namespace McMessaging.Mutation;

/// <summary>
/// The faults of Stryker's report. Stryker left all of them out, most for our own reason (<c>mutate</c> in its
/// configuration): these are the ones to be tried.
/// </summary>
internal static class StrykerReport
{
    private const string OurReason = "mutate filter";
    private const string Block = "Block";

    private readonly record struct Place(int Line, int Column) : IComparable<Place>
    {
        public int CompareTo(Place other) => (Line, Column).CompareTo((other.Line, other.Column));
    }

    private sealed record Found(Fault Fault, Place Start, Place End)
    {
        public bool IsWithin(Found other) =>
            this != other && Start.CompareTo(other.Start) >= 0 && End.CompareTo(other.End) <= 0;
    }

    public static IReadOnlyList<Fault> Read(string path, string engine)
    {
        using var report = JsonDocument.Parse(File.ReadAllBytes(path));
        return
        [
            .. from file in report.RootElement.GetProperty("files").EnumerateObject()
               let name = Path.GetRelativePath(engine, file.Name).Replace('\\', '/')
               let lines = file.Value.GetProperty("source").GetString()!.Split('\n')
               let found = FaultsOf(name, lines, file.Value.GetProperty("mutants")).ToArray()
               from one in found
               where !IsEmptyBlockAroundOthers(one, found)
               select one.Fault,
        ];
    }

    private static IEnumerable<Found> FaultsOf(string file, string[] lines, JsonElement mutants) =>
        from mutant in mutants.EnumerateArray()
        where mutant.GetProperty("statusReason").GetString()!.Contains(OurReason, StringComparison.Ordinal)
        let location = mutant.GetProperty("location")
        let start = PlaceOf(location.GetProperty("start"))
        let end = PlaceOf(location.GetProperty("end"))
        let fault = new Fault(
            int.Parse(mutant.GetProperty("id").GetString()!),
            file,
            start.Line + 1,
            mutant.GetProperty("mutatorName").GetString()!,
            Between(lines, start, end),
            mutant.GetProperty("replacement").GetString()!)
        {
            IsStatic = mutant.GetProperty("static").GetBoolean(),
        }
        select new Found(fault, start, end);

    // Stryker's own rule: whoever notices the faults within a block notices that it's empty.
    private static bool IsEmptyBlockAroundOthers(Found found, Found[] all) =>
        found.Fault.Kind.StartsWith(Block, StringComparison.Ordinal) && all.Any(other => other.IsWithin(found));

    private static Place PlaceOf(JsonElement place) =>
        new(place.GetProperty("line").GetInt32() - 1, place.GetProperty("column").GetInt32() - 1);

    private static string Between(string[] lines, Place start, Place end) => start.Line == end.Line
        ? lines[start.Line][start.Column..end.Column]
        : string.Join(
            '\n',
            [
                lines[start.Line][start.Column..],
                .. lines[(start.Line + 1)..end.Line],
                lines[end.Line][..end.Column],
            ]);
}
