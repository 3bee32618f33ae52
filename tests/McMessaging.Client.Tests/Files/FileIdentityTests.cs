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

    [Fact]
    public void The_case_of_a_name_counts_where_it_does_for_the_system() => Assert.Equal(
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(),
        FileIdentity.AreSame(PathOf("to-come"), PathOf("TO-COME")));

    [Fact]
    public void A_copy_of_a_file_that_is_in_use_is_another_file_all_the_same()
    {
        var copy = PathOf("copy");
        File.Copy(_file, copy);
        File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(_file));
        using var held = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.None);

        Assert.False(FileIdentity.AreSame(_file, copy));
        Assert.False(FileIdentity.AreSame(copy, _file));
    }

    [UnixFact]
    public void Links_that_lead_to_each_other_lead_to_no_file()
    {
        File.CreateSymbolicLink(PathOf("one"), PathOf("two"));
        File.CreateSymbolicLink(PathOf("two"), PathOf("one"));

        Assert.False(FileIdentity.AreSame(PathOf("one"), _file));
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
