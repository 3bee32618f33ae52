using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Reports;

public sealed class SendReportFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mc-report-");
    private readonly SendReport _report = new(new SendReportOptions());

    private string ReportPath => Path.Combine(_folder.FullName, "report.html");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_report_that_is_not_saved_leaves_nothing()
    {
        SendReportFile.Create(ReportPath, overwrite: false).Dispose();

        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void A_saved_report_is_the_only_file_and_its_owners()
    {
        using (var file = SendReportFile.Create(ReportPath, overwrite: false))
        {
            file.Save(_report);
        }

        Assert.Equal("report.html", Assert.Single(_folder.GetFiles()).Name);
        Assert.Equal((byte)'<', File.ReadAllBytes(ReportPath)[0]);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(ReportPath));
        }
    }

    [Fact]
    public void A_file_that_exists_is_refused_and_stays_as_it_is()
    {
        File.WriteAllText(ReportPath, "old");

        var error = Assert.Throws<McException>(() => SendReportFile.Create(ReportPath, overwrite: false));

        Assert.Equal("ReportExists", error.ErrorId);
        Assert.Equal("old", File.ReadAllText(ReportPath));
    }

    [Fact]
    public void A_file_that_somebody_made_meanwhile_is_refused_too()
    {
        using var file = SendReportFile.Create(ReportPath, overwrite: false);
        File.WriteAllText(ReportPath, "other");

        Assert.Equal("ReportExists", Assert.Throws<McException>(() => file.Save(_report)).ErrorId);
        file.Dispose();

        Assert.Equal("other", File.ReadAllText(Assert.Single(_folder.GetFiles()).FullName));
    }

    [Fact]
    public void The_old_report_stays_until_the_new_one_is_whole()
    {
        File.WriteAllText(ReportPath, "old");
        using var file = SendReportFile.Create(ReportPath, overwrite: true);

        Assert.Equal("old", File.ReadAllText(ReportPath));
        file.Save(_report);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(ReportPath), StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_path_is_told_as_it_was_given()
    {
        var path = Path.Combine(Path.GetRelativePath(Environment.CurrentDirectory, _folder.FullName), "no", "x.html");

        var error = Assert.Throws<McException>(() => SendReportFile.Create(path, overwrite: false));

        Assert.StartsWith($"The report {path} cannot be written", error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{path}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_told_so_too_where_somebody_made_the_file_meanwhile()
    {
        var path = Path.GetRelativePath(Environment.CurrentDirectory, ReportPath);
        using var file = SendReportFile.Create(path, overwrite: false);
        File.WriteAllText(ReportPath, "theirs");

        var error = Assert.Throws<McException>(() => file.Save(_report));

        Assert.Equal($"The report {path} exists.", error.Message);
    }

    [Theory]
    [InlineData("no/such/folder/report.html", true, "Could not find a part of the path")]
    [InlineData("no/such/folder/report.html", false, "Could not find a part of the path")]
    [InlineData(".", true, "there is a folder of that name")]
    [InlineData(".", false, "there is a folder of that name")]
    public void What_cannot_be_written_is_told_before_there_is_anything_to_write(
        string path, bool overwrite, string said)
    {
        var error = Assert.Throws<McException>(
            () => SendReportFile.Create(Path.Combine(_folder.FullName, path), overwrite));

        Assert.Equal("ReportNotWritable", error.ErrorId);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public void What_fails_at_the_end_is_told_of_the_report_and_not_of_its_draft()
    {
        using var file = SendReportFile.Create(ReportPath, overwrite: true);
        File.Delete(Assert.Single(_folder.GetFiles()).FullName);

        var error = Assert.Throws<McException>(() => file.Save(_report));

        Assert.Equal("ReportNotWritable", error.ErrorId);
        Assert.DoesNotContain(".tmp", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_no_report()
    {
        using var file = SendReportFile.Create(ReportPath, overwrite: false);

        Assert.Throws<ArgumentNullException>("report", () => file.Save(null!));
        Assert.Throws<ArgumentNullException>("result", () => _report.Add(null!));
        Assert.Throws<ArgumentNullException>("options", () => new SendReport(null!));
    }
}
