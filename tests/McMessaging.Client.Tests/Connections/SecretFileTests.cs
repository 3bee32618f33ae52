using McMessaging.Connections;

namespace McMessaging.Client.Tests.Connections;

public sealed class SecretFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mcmessaging-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(4096, 4096)]
    [InlineData(4097, null)]
    public void A_secret_has_at_most_4096_characters(int length, int? read)
    {
        var path = Path.Combine(_folder.FullName, "secret");
        File.WriteAllText(path, new string('s', length));

        Assert.Equal(read, SecretFile.Read(path, TimeProvider.System)?.Length);
    }
}
