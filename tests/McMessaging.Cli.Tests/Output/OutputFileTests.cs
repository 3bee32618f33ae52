using McMessaging.Cli.Output;
using McMessaging.Cli.Sending;
using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Output;

public sealed class OutputFileTests
{
    [Fact]
    public void A_path_that_cannot_be_written_is_an_error_before_anything_is_sent()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "results.jsonl");

        var error = Assert.Throws<McException>(() => OutputFile.Open(path, () => Stream.Null));

        Assert.Equal("OutputNotWritable", error.ErrorId);
        Assert.Equal(2, ExitCodes.Of(error));
    }

    [Fact]
    public void A_write_that_fails_is_kept()
    {
        using var output = OutputFile.Open("-", () => new FullDisk());

        output.Write("{}\n"u8);
        output.Write("{}\n"u8);

        Assert.Equal(McErrorCategory.WriteError, output.Failure?.Category);
    }
}
