using System.Diagnostics;
using McMessaging.Cli.Shell;
using McMessaging.Cli.Tests.Programs;

namespace McMessaging.Cli.Tests.Shell;

public sealed class FileIdentityTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _file;

    public FileIdentityTests() => _file = _folder.Write("file", "content");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_itself_by_any_path()
    {
        Assert.True(FileIdentity.AreSame(_file, _folder.PathOf("./file")));
        Assert.True(FileIdentity.AreSame(_file, _folder.PathOf("missing/../file")));
    }

    [Fact]
    public void A_copy_is_another_file()
    {
        var copy = _folder.PathOf("copy");
        File.Copy(_file, copy);
        File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(_file));

        Assert.False(FileIdentity.AreSame(_file, copy));
    }

    [LinuxFact]
    public void A_symbolic_link_is_its_file_whether_that_exists_or_not()
    {
        var link = _folder.PathOf("link");
        File.CreateSymbolicLink(link, "file");
        var chain = _folder.PathOf("chain");
        File.CreateSymbolicLink(chain, link);
        var dangling = _folder.PathOf("dangling");
        File.CreateSymbolicLink(dangling, "to-come");

        Assert.True(FileIdentity.AreSame(_file, chain));
        Assert.True(FileIdentity.AreSame(dangling, _folder.PathOf("to-come")));
        Assert.False(FileIdentity.AreSame(dangling, _file));
    }

    [LinuxFact]
    public void A_path_through_a_linked_folder_is_the_same_file()
    {
        var folder = _folder.PathOf("folder");
        Directory.CreateSymbolicLink(folder, Path.GetDirectoryName(_file)!);

        Assert.True(FileIdentity.AreSame(_file, Path.Combine(folder, "file")));
        Assert.True(FileIdentity.AreSame(_folder.PathOf("to-come"), Path.Combine(folder, "to-come")));
    }

    [LinuxFact]
    public async Task A_hard_link_is_the_same_file()
    {
        var link = _folder.PathOf("link");
        using var linking = Process.Start("ln", [_file, link]);
        await linking.WaitForExitAsync();

        Assert.True(FileIdentity.AreSame(_file, link));
        Assert.True(FileIdentity.AreSame(link, _file));
    }

    [LinuxFact]
    public void A_device_is_no_file_and_is_not_opened() =>
        Assert.False(FileIdentity.AreSame("/dev/tty", _file));
}
