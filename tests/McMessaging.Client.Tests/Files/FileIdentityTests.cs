using System.Diagnostics;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Files;

public sealed class FileIdentityTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mcmessaging-");
    private readonly string _file;

    public FileIdentityTests() => _file = Write("file", "content");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_is_itself_by_any_path()
    {
        Assert.True(FileIdentity.AreSame(_file, PathOf("./file")));
        Assert.True(FileIdentity.AreSame(_file, PathOf("missing/../file")));
    }

    [Fact]
    public void A_copy_is_another_file()
    {
        var copy = PathOf("copy");
        File.Copy(_file, copy);
        File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(_file));

        Assert.False(FileIdentity.AreSame(_file, copy));
    }

    [Fact]
    public void Files_that_are_empty_or_not_there_are_no_other_file()
    {
        var empty = Write("empty", "");
        var other = Write("other-empty", "");
        File.SetLastWriteTimeUtc(other, File.GetLastWriteTimeUtc(empty));

        Assert.False(FileIdentity.AreSame(empty, other));
        Assert.False(FileIdentity.AreSame(_file, PathOf("to-come")));
        Assert.False(FileIdentity.AreSame(PathOf("to-come"), _file));
        Assert.False(FileIdentity.AreSame(PathOf("to-come"), PathOf("to-come-too")));
    }

    [UnixFact]
    public void A_symbolic_link_is_its_file_whether_that_exists_or_not()
    {
        var link = PathOf("link");
        File.CreateSymbolicLink(link, "file");
        var chain = PathOf("chain");
        File.CreateSymbolicLink(chain, link);
        var dangling = PathOf("dangling");
        File.CreateSymbolicLink(dangling, "to-come");

        Assert.True(FileIdentity.AreSame(_file, chain));
        Assert.True(FileIdentity.AreSame(dangling, PathOf("to-come")));
        Assert.False(FileIdentity.AreSame(dangling, _file));
    }

    [UnixFact]
    public void A_path_through_a_linked_folder_is_the_same_file()
    {
        var folder = PathOf("folder");
        Directory.CreateSymbolicLink(folder, Path.GetDirectoryName(_file)!);

        Assert.True(FileIdentity.AreSame(_file, Path.Combine(folder, "file")));
        Assert.True(FileIdentity.AreSame(PathOf("to-come"), Path.Combine(folder, "to-come")));
    }

    [UnixFact]
    public async Task A_hard_link_is_the_same_file()
    {
        var link = PathOf("link");
        using var linking = Process.Start("ln", [_file, link]);
        await linking.WaitForExitAsync();

        Assert.True(FileIdentity.AreSame(_file, link));
        Assert.True(FileIdentity.AreSame(link, _file));
    }

    [UnixFact]
    public void A_device_is_no_file_and_is_not_opened() =>
        Assert.False(FileIdentity.AreSame("/dev/tty", _file));

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }
}
