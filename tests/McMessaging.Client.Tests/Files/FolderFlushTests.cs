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
}
