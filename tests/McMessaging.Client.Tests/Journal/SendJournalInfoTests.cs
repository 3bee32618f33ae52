using System.Diagnostics;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Journal;

public sealed class SendJournalInfoTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mcmessaging-").FullName;

    [Fact]
    public async Task A_journal_tells_its_run_and_how_many_messages_are_in_which_state()
    {
        var path = Path.Combine(_folder, "run.journal");
        var service = new FakeService(request => request.Body switch
        {
            var body when body.Contains("contact-1", StringComparison.Ordinal) => FakeResponse.Accepted(body),
            var body when body.Contains("contact-3", StringComparison.Ordinal) => FakeResponse.Json(403, "{}"),
            _ => FakeResponse.Json(500, "{}"),
        });

        await Sends.RunAsync(
            service,
            Sends.Email() with
            {
                JournalPath = path,
                RunId = "run-7",
                BatchSize = 2,
                ThrottleLimit = 1,
                MaxRetryCount = 0,
            },
            Sends.People(5));

        var info = await SendJournalInfo.ReadAsync(path, default);
        Assert.Equal(("run-7", MessageChannel.Email, "welcome"), (info.RunId, info.Channel, info.DefinitionKey));
        Assert.Equal((2, 2, 1), (info.Accepted, info.NotTaken, info.InFlight));
        Assert.NotNull(info.FirstOpenSentAt);
    }

    [UnixFact]
    public async Task A_journal_may_come_through_a_pipe()
    {
        var path = Path.Combine(_folder, "run.journal");
        await Sends.RunAsync(new FakeService(), Sends.Email() with { JournalPath = path }, Sends.People(3));
        var pipe = Path.Combine(_folder, "pipe");
        using (var maker = Process.Start("mkfifo", pipe))
        {
            await maker.WaitForExitAsync();
        }

        var writing = Task.Run(async () =>
        {
            await using var end = new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            await end.WriteAsync(await File.ReadAllBytesAsync(path));
        });
        var info = await SendJournalInfo.ReadAsync(pipe, default).WaitAsync(TimeSpan.FromSeconds(30));

        await writing;
        Assert.Equal(3, info.Accepted);
    }

    [Theory]
    [InlineData("ContactKey,To\nc1,a@example.com\n")]
    [InlineData("")]
    [InlineData("{\"version\":2,\"runId\":\"x\"}\n")]
    public async Task Another_file_is_no_journal(string content)
    {
        var path = Path.Combine(_folder, "other.csv");
        File.WriteAllText(path, content);

        var error = await Assert.ThrowsAsync<McException>(() => SendJournalInfo.ReadAsync(path, default));

        Assert.Equal("NotAJournal", error.ErrorId);
        Assert.Equal(content, File.ReadAllText(path));
    }

    [Fact]
    public async Task A_missing_file_is_said_to_be_missing()
    {
        var error = await Assert.ThrowsAsync<McException>(
            () => SendJournalInfo.ReadAsync(Path.Combine(_folder, "none"), default));

        Assert.Equal("JournalNotReadable", error.ErrorId);
    }

    [Fact]
    public async Task A_missing_file_is_named_as_it_was_given()
    {
        var path = Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(_folder, "none"));

        var error = await Assert.ThrowsAsync<McException>(() => SendJournalInfo.ReadAsync(path, default));

        Assert.Contains($"'{path}'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain($"'{Path.GetFullPath(path)}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_told_as_one()
    {
        var error = await Assert.ThrowsAsync<McException>(() => SendJournalInfo.ReadAsync(_folder, default));

        Assert.Contains("(It is a folder)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Without_a_path_there_is_nothing_to_read(string? path) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => SendJournalInfo.ReadAsync(path!, default));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
