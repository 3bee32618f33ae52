using System.Management.Automation;
using McMessaging.Commands;

namespace McMessaging.Tests.Errors;

public sealed class ErrorRecordsTests
{
    public static TheoryData<McErrorCategory> Categories => [.. Enum.GetValues<McErrorCategory>()];

    [Theory]
    [MemberData(nameof(Categories))]
    public void Every_category_of_the_client_is_one_of_PowerShell(McErrorCategory category) =>
        Assert.Equal(category.ToString(), category.ToErrorCategory().ToString());

    [Fact]
    public void Error_records_are_made_in_one_file()
    {
        var source = Path.Combine(Repository.Root, "src", "McMessaging");
        var makers = Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f) is var code
                && (code.Contains("new ErrorRecord(", StringComparison.Ordinal)
                    || code.Contains("new ErrorDetails(", StringComparison.Ordinal)));

        Assert.Equal("ErrorRecords.cs", Path.GetFileName(Assert.Single(makers)));
    }
}
