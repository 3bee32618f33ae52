using McMessaging.Cli.Input;

namespace McMessaging.Cli.Tests.Input;

public sealed class TemporaryFileTests
{
    [Fact]
    public async Task What_is_spooled_can_be_read_again_and_is_no_file_of_others()
    {
        await using var spooled = (FileStream)await TemporaryFile.SpoolAsync(
            new MemoryStream([1, 2, 3]), "stdin", CancellationToken.None);

        spooled.Position = 0;
        var read = new byte[3];
        await spooled.ReadExactlyAsync(read);

        Assert.Equal([1, 2, 3], read);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(spooled.SafeFileHandle));
            Assert.False(File.Exists(spooled.Name));
        }
    }

    [Fact]
    public async Task Nothing_stays_behind()
    {
        var spooled = (FileStream)await TemporaryFile.SpoolAsync(
            new MemoryStream([1]), "stdin", CancellationToken.None);
        var path = spooled.Name;

        await spooled.DisposeAsync();

        Assert.False(File.Exists(path));
    }
}
