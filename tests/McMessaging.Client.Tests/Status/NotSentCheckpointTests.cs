using System.Globalization;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Status;

public sealed class NotSentCheckpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mcmessaging-").FullName;
    private readonly FakeService _service = FakeService.Always("""{"lastEventID":7,"messages":[{"eventID":5}]}""");

    private string Checkpoint => Path.Combine(_folder, "email.checkpoint");

    public void Dispose()
    {
        _service.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task It_is_one_whole_file_for_its_owner_only_without_a_draft_beside_it()
    {
        await ListAsync();

        Assert.Equal([Checkpoint], Directory.GetFiles(_folder));
        var content = await File.ReadAllTextAsync(Checkpoint);
        Assert.Contains("\"lastEventId\":7", content, StringComparison.Ordinal);
        var day = VirtualTime.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Contains($"\"at\":\"{day}", content, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Checkpoint));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"kind\":\"McMessaging not-sent checkpoint\",\"account\":\"a\",\"channel\":\"Em")]
    [InlineData("[1]")]
    [InlineData("""{"kind":"McMessaging not-sent checkpoint","account":"a","channel":"Email"}""")]
    [InlineData("""{"kind":"McMessaging not-sent checkpoint","account":"a","channel":"Email","lastEventId":-1}""")]
    [InlineData("ContactKey,To\n1,a@example.com\n")]
    public async Task A_damaged_one_is_told_and_nothing_is_asked(string content)
    {
        await File.WriteAllTextAsync(Checkpoint, content);

        var error = await Assert.ThrowsAsync<McException>(() => ListAsync());

        Assert.Equal("CheckpointDamaged", error.ErrorId);
        Assert.Contains(Checkpoint, error.Message, StringComparison.Ordinal);
        Assert.Empty(_service.Requests);
        Assert.Equal(content, await File.ReadAllTextAsync(Checkpoint));
    }

    [Fact]
    public async Task One_of_4096_bytes_is_read()
    {
        await ListAsync();
        await File.WriteAllTextAsync(Checkpoint, (await File.ReadAllTextAsync(Checkpoint)).PadRight(4096));

        await ListAsync();

        Assert.Contains("lastEventId=7", _service.Paths[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_far_too_long_is_not_read()
    {
        await File.WriteAllTextAsync(Checkpoint, new string(' ', 4097) + "{}");

        Assert.Equal("CheckpointDamaged", (await Assert.ThrowsAsync<McException>(() => ListAsync())).ErrorId);
    }

    [Fact]
    public async Task That_of_another_channel_is_refused_with_both_names()
    {
        await ListAsync();

        var error = await Assert.ThrowsAsync<McException>(() => ListAsync(MessageChannel.Sms));

        Assert.Equal("CheckpointOfAnotherList", error.ErrorId);
        Assert.Contains("Email of", error.Message, StringComparison.Ordinal);
        Assert.Contains("not to Sms of", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_of_another_business_unit_is_refused()
    {
        await ListAsync();

        var error = await Assert.ThrowsAsync<McException>(() => ListAsync(account: 7123456));

        Assert.Equal("CheckpointOfAnotherList", error.ErrorId);
        Assert.Contains("/7123456", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(The folder does not exist)", "missing", "email.checkpoint")]
    [InlineData("(It is a folder)", ".", "")]
    public async Task A_place_that_cannot_be_written_is_told_before_anything_is_asked(
        string said, params string[] path)
    {
        var error = await Assert.ThrowsAsync<McException>(() => ListAsync(path: Path.Combine([_folder, .. path])));

        Assert.Equal("CheckpointNotReadable", error.ErrorId);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("Give a file", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_service.Requests);
    }

    [LinuxFact]
    public async Task A_folder_that_takes_no_files_is_told_before_anything_is_asked()
    {
        // Here not even an administrator makes files.
        var error = await Assert.ThrowsAsync<McException>(() => ListAsync(path: "/sys/kernel/email.checkpoint"));

        Assert.Equal("CheckpointNotWritable", error.ErrorId);
        Assert.Contains("may not make files in the folder '/sys/kernel'", error.Message, StringComparison.Ordinal);
        Assert.Empty(_service.Requests);
    }

    [Fact]
    public async Task Where_it_cannot_be_written_no_draft_is_left()
    {
        using var connection = await _service.ConnectAsync();
        var listing = Open(connection, MessageChannel.Email, Checkpoint);
        await foreach (var _ in listing.ReadAsync(CancellationToken.None))
        {
        }

        Directory.CreateDirectory(Checkpoint);
        var error = Assert.Throws<McException>(listing.Save);

        Assert.Equal("CheckpointNotWritable", error.ErrorId);
        Assert.Contains($"'{Checkpoint}'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task It_counts_for_more_than_a_place_that_is_given_and_that_is_told()
    {
        var given = new NotSentOptions { CheckpointPath = Checkpoint, LastEventId = 3 };
        using var connection = await _service.ConnectAsync();
        Assert.Null(NotSentListing.Open(connection, MessageChannel.Email, given).Warning);
        await ListAsync();

        var listing = NotSentListing.Open(connection, MessageChannel.Email, given);

        Assert.Equal(7, listing.LastEventId);
        Assert.StartsWith("The list begins after event 7, ", listing.Warning, StringComparison.Ordinal);
        Assert.Contains("-LastEventId 3", listing.Warning, StringComparison.Ordinal);
        Assert.Null(
            NotSentListing.Open(connection, MessageChannel.Email, given with { LastEventId = 7 }).Warning);
    }

    private static NotSentListing Open(Connection connection, MessageChannel channel, string path) =>
        NotSentListing.Open(connection, channel, new NotSentOptions { CheckpointPath = path });

    private async Task ListAsync(
        MessageChannel channel = MessageChannel.Email, long? account = null, string? path = null)
    {
        using var connection = await Connection.ConnectAsync(
            Sends.Credentials(_service, new VirtualTime()) with { AccountId = account }, CancellationToken.None);
        var listing = Open(connection, channel, path ?? Checkpoint);
        await foreach (var _ in listing.ReadAsync(CancellationToken.None))
        {
        }

        listing.Save();
    }
}
