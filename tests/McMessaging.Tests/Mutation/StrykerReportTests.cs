using System.Text.Json;
using McMessaging.Mutation;

namespace McMessaging.Tests.Mutation;

/// <summary>Which of Stryker's faults count.</summary>
public sealed class StrykerReportTests : IDisposable
{
    private const string Wanted = "Removed by mutate filter";
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void A_fault_has_its_file_its_line_and_its_code()
    {
        var fault = Assert.Single(Read("a\nb = 1 + 2;\n", Mutant("Arithmetic mutation", "1 - 2", (2, 5), (2, 10))));

        Assert.Equal(new Fault(0, "Keys/Some.cs", 2, "Arithmetic mutation", "1 + 2", "1 - 2"), fault);
        Assert.Equal("Keys", fault.Folder);
    }

    [Fact]
    public void Code_of_several_lines_is_whole()
    {
        var block = Mutant("Block removal mutation", "{}", (2, 1), (4, 2));

        var fault = Assert.Single(Read("if (a)\n{\n    b;\n}\n", block));

        Assert.Equal("{\n    b;\n}", fault.Original);
    }

    [Theory]
    [InlineData("Removed by method filter")]
    [InlineData("Mutant caused compile errors")]
    public void What_Stryker_leaves_out_for_another_reason_does_not_count(string reason) =>
        Assert.Empty(Read("a + b", Mutant("Arithmetic mutation", "a - b", (1, 1), (1, 6), reason)));

    [Fact]
    public void A_block_without_its_code_counts_only_where_there_is_no_fault_within()
    {
        var faults = Read(
            "{ a + b; } { c(); }",
            Mutant("Block removal mutation", "{}", (1, 1), (1, 11)),
            Mutant("Arithmetic mutation", "a - b", (1, 3), (1, 8)),
            Mutant("Block removal mutation", "{}", (1, 12), (1, 20)));

        Assert.Equal(["a + b", "{ c(); }"], faults.Select(fault => fault.Original));
    }

    [Theory]
    [InlineData("\"no such file\"", true)]
    [InlineData("$\"{count} rows\"", true)]
    [InlineData("\"messageKey\"", false)]
    [InlineData("string.IsNullOrEmpty(value)", false)]
    public void Text_for_people_does_not_count_and_names_do(string original, bool isProse) =>
        Assert.Equal(isProse, new Fault(1, "Keys/Some.cs", 1, "String mutation", original, "\"\"").IsProse);

    [Fact]
    public void Every_text_of_a_table_of_errors_is_for_people() =>
        Assert.True(new Fault(1, "Sending/SendErrors.cs", 1, "String mutation", "\"twice\"", "\"\"").IsProse);

    public void Dispose() => File.Delete(_path);

    private IReadOnlyList<Fault> Read(string source, params object[] mutants)
    {
        var file = new Dictionary<string, object> { ["/engine/Keys/Some.cs"] = new { source, mutants } };
        File.WriteAllText(_path, JsonSerializer.Serialize(new { files = file }));
        return StrykerReport.Read(_path, "/engine");
    }

    private static object Mutant(
        string mutatorName, string replacement, (int, int) start, (int, int) end, string statusReason = Wanted) => new
        {
            id = "0",
            mutatorName,
            replacement,
            @static = false,
            statusReason,
            location = new { start = Place(start), end = Place(end) },
        };

    private static object Place((int Line, int Column) place) => new { line = place.Line, column = place.Column };
}
