using System.Diagnostics;
using McMessaging.Cli.Output;
using McMessaging.Cli.Sending;
using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Output;

public sealed class OutputFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_path_that_cannot_be_written_is_an_error_before_anything_is_sent()
    {
        using var output = new OutputFile(_folder.PathOf("missing/results.jsonl"), () => Stream.Null);

        var error = Assert.Throws<McException>(output.Open);

        Assert.Equal("OutputNotWritable", error.ErrorId);
        Assert.Equal(2, ExitCodes.Of(error));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_folder_is_told_as_one_and_as_it_was_given(bool isWhole)
    {
        var folder = Path.GetRelativePath(Environment.CurrentDirectory, _folder.PathOf(""));
        using var output = new OutputFile(folder, () => Stream.Null);

        var error = Assert.Throws<McException>(isWhole ? output.OpenAsWhole : output.Open);

        Assert.Equal($"The output {folder} cannot be written (It is a folder).", error.Message);
        Assert.StartsWith("Nothing was done. Give --output a file", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_made_is_told_as_it_was_given()
    {
        var path = Path.Combine(Path.GetRelativePath(Environment.CurrentDirectory, _folder.PathOf("no")), "results");
        using var output = new OutputFile(path, () => Stream.Null);

        var error = Assert.Throws<McException>(output.Open);

        Assert.Contains($"'{path}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_runs_do_not_write_one_file()
    {
        var path = _folder.PathOf("results.jsonl");
        using var first = new OutputFile(path, () => Stream.Null);
        first.Open();
        using var second = new OutputFile(path, () => Stream.Null);

        Assert.Equal("OutputNotWritable", Assert.Throws<McException>(second.Open).ErrorId);
    }

    [Fact]
    public void A_write_that_fails_is_thrown_once_and_nothing_more_is_written()
    {
        using var output = new OutputFile("-", () => new FullDisk());
        output.Open();

        var error = Assert.Throws<McException>(() => output.Write("{}\n"u8));
        output.Write("{}\n"u8);

        Assert.Equal(McErrorCategory.WriteError, error.Category);
    }

    [Fact]
    public void Results_of_an_earlier_run_stay_until_the_first_new_one_and_go_then()
    {
        var path = _folder.Write("results.jsonl", "earlier");
        using (var output = new OutputFile(path, () => Stream.Null))
        {
            output.Open();
        }

        Assert.Equal("earlier", File.ReadAllText(path));
        using (var output = new OutputFile(path, () => Stream.Null))
        {
            output.Open();
            output.Write("new"u8);
        }

        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void Results_of_an_earlier_run_go_where_a_complete_run_had_none()
    {
        var path = _folder.Write("results.jsonl", "earlier");
        using var output = new OutputFile(path, () => Stream.Null);
        output.Open();

        output.Complete();

        Assert.Equal(0, new FileInfo(path).Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_new_file_that_nothing_was_written_to_does_not_stay(bool isWhole)
    {
        var path = _folder.PathOf("results.jsonl");
        using (var output = new OutputFile(path, () => Stream.Null))
        {
            (isWhole ? output.OpenAsWhole : (Action)output.Open)();
        }

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void A_list_that_was_there_stays_until_the_new_one_is_complete()
    {
        var path = _folder.Write("list.jsonl", "earlier");
        using (var output = new OutputFile(path, () => Stream.Null))
        {
            output.OpenAsWhole();
            output.Write("first of many"u8);
        }

        Assert.Equal("earlier", File.ReadAllText(path));
        using (var output = new OutputFile(path, () => Stream.Null))
        {
            output.OpenAsWhole();
            output.Write("all"u8);
            output.Complete();
        }

        Assert.Equal("all", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [LinuxTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_pipe_is_written_and_not_replaced(bool isLink)
    {
        var pipe = _folder.PathOf("pipe");
        using (var maker = Process.Start("mkfifo", pipe))
        {
            await maker.WaitForExitAsync();
        }

        var path = isLink ? File.CreateSymbolicLink(_folder.PathOf("link"), pipe).FullName : pipe;
        using var reader = Process.Start(new ProcessStartInfo("cat", [pipe]) { RedirectStandardOutput = true })!;
        using (var output = new OutputFile(path, () => Stream.Null))
        {
            output.OpenAsWhole();
            output.Write("all"u8);
            output.Complete();
        }

        Assert.Equal("all", await reader.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(0, new FileInfo(pipe).Length);
    }

    [LinuxFact]
    public void The_file_that_a_link_leads_to_is_replaced_and_the_link_stays()
    {
        var path = _folder.Write("list.jsonl", "earlier");
        var link = _folder.PathOf("newest.jsonl");
        File.CreateSymbolicLink(link, path);
        using (var output = new OutputFile(link, () => Stream.Null))
        {
            output.OpenAsWhole();
            output.Write("all"u8);
            output.Complete();
        }

        Assert.Equal("all", File.ReadAllText(path));
        Assert.Equal(path, new FileInfo(link).LinkTarget);
    }

    [Fact]
    public void A_new_file_is_readable_by_its_owner_only()
    {
        var path = _folder.PathOf("results.jsonl");
        using var output = new OutputFile(path, () => Stream.Null);
        output.Open();

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }
}
