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
    public void Results_of_an_earlier_run_stay_until_it_is_opened_and_go_then()
    {
        var path = _folder.Write("results.jsonl", "earlier");
        using (var output = new OutputFile(path, () => Stream.Null))
        {
            Assert.Equal("earlier", File.ReadAllText(path));
            output.Open();
        }

        Assert.Empty(File.ReadAllText(path));
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
