using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Files;

public sealed class LinkEndTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mcmessaging-");

    public void Dispose() => _folder.Delete(recursive: true);

    [UnixFact]
    public void A_link_to_a_link_leads_to_the_file_behind_both()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "content");
        var link = File.CreateSymbolicLink(Path.Combine(_folder.FullName, "link"), file);
        var chain = File.CreateSymbolicLink(Path.Combine(_folder.FullName, "chain"), link.FullName);

        Assert.Equal(file, LinkEnd.Of(chain.FullName).FullName);
    }

    [UnixFact]
    public void A_relative_link_by_a_relative_path_leads_to_the_file_beside_it()
    {
        var file = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(file, "content");
        var link = Path.Combine(_folder.FullName, "link");
        File.CreateSymbolicLink(link, "file");

        var end = LinkEnd.Of(Path.GetRelativePath(Environment.CurrentDirectory, link));

        Assert.Equal((file, 7), (end.FullName, end.Length));
    }
}
