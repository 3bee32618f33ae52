using System.Diagnostics;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Files;

public sealed class DraftFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mcmessaging-").FullName;

    private string Target => Path.Combine(_folder, "file");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("before")]
    public void What_was_there_stays_until_it_is_complete(string? before)
    {
        if (before is not null)
        {
            File.WriteAllText(Target, before);
        }

        using (var draft = DraftFile.Create(Target))
        {
            draft.Stream.Write("after"u8);
            Assert.Equal(before, File.Exists(Target) ? File.ReadAllText(Target) : null);
            draft.Complete();
            Assert.False(draft.Stream.CanWrite);
        }

        Assert.Equal("after", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Nothing_is_left_of_one_that_was_not_completed()
    {
        var draft = DraftFile.Create(Target);
        draft.Stream.Write("after"u8);

        draft.Dispose();

        Assert.False(draft.Stream.CanWrite);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [UnixFact]
    public void The_file_behind_a_link_is_replaced_and_the_link_stays()
    {
        File.WriteAllText(Target, "before");
        var link = File.CreateSymbolicLink(Path.Combine(_folder, "link"), Target);
        using (var draft = DraftFile.Create(link.FullName))
        {
            draft.Stream.Write("after"u8);
            draft.Complete();
        }

        Assert.Equal("after", File.ReadAllText(Target));
        Assert.Equal(Target, link.LinkTarget);
    }

    [UnixFact]
    public async Task A_pipe_or_what_leads_to_one_is_never_replaced()
    {
        using (var maker = Process.Start("mkfifo", Target))
        {
            await maker.WaitForExitAsync();
        }

        var link = File.CreateSymbolicLink(Path.Combine(_folder, "link"), Target);

        Assert.Throws<IOException>(() => DraftFile.Create(Target));
        Assert.Throws<IOException>(() => DraftFile.Create(link.FullName));
        Assert.Equal([Target, link.FullName], Directory.GetFiles(_folder).Order());
    }

    [Fact]
    public void A_folder_is_told_as_one()
    {
        var error = Assert.Throws<IOException>(() => DraftFile.Create(_folder));

        Assert.Equal("It is a folder.", error.Message);
    }

    [UnixFact]
    public void A_file_that_a_process_has_open_under_the_name_of_a_stream_is_never_replaced()
    {
        using var open = new FileStream(Target, FileMode.CreateNew);
        open.Write("before"u8);
        open.Flush();

        Assert.Throws<IOException>(() => DraftFile.Create($"/dev/fd/{open.SafeFileHandle.DangerousGetHandle()}"));
    }
}
