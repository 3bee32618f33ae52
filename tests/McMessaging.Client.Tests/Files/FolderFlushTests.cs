using McMessaging.Client.Tests.Support;
using McMessaging.Files;

namespace McMessaging.Client.Tests.Files;

public sealed class FolderFlushTests
{
    [Fact]
    public void A_folder_can_be_flushed_and_one_that_cannot_is_no_error()
    {
        FolderFlush.FlushToDisk(Path.GetTempPath());
        FolderFlush.FlushToDisk(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N")));
    }

    [LinuxFact]
    public void A_folder_is_not_left_open()
    {
        var folder = Directory.CreateTempSubdirectory("mcmessaging-");

        FolderFlush.FlushToDisk(folder.FullName);

        folder.Delete();
        Assert.DoesNotContain(
            Directory.EnumerateFileSystemEntries("/proc/self/fd").Select(open => new FileInfo(open).LinkTarget),
            target => target?.StartsWith(folder.FullName, StringComparison.Ordinal) == true);
    }
}
