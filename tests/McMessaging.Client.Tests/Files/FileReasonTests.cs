using McMessaging.Client.Tests.Support;
using McMessaging.Rejected;

namespace McMessaging.Client.Tests.Files;

public sealed class FileReasonTests : JournalTest
{
    private string Given => FileAt("list.jsonl");

    private string Beside => FileAt(".list.jsonl.0123.tmp");

    [Fact]
    public void What_the_system_says_of_the_file_beside_it_is_said_of_the_file_itself()
    {
        var full = new IOException($"No space left on device : '{Beside}'");

        Assert.Equal($"No space left on device : '{Given}'", full.ToldOf(Given, Beside).Message);
    }

    [Fact]
    public void No_trouble_has_no_words() =>
        Assert.Throws<ArgumentNullException>("exception", () => ((Exception)null!).ToldOf(Given, Beside));

    [Fact]
    public void A_folder_that_takes_no_new_files_is_named()
    {
        var refused = new UnauthorizedAccessException($"Access to the path '{Beside}' is denied.");

        Assert.Equal(
            $"This account may not make files in the folder '{FileAt()}'.", refused.ToldOf(Given, Beside).Message);
    }

    [Fact]
    public void A_folder_in_the_place_of_either_file_is_told_as_one()
    {
        var refused = new UnauthorizedAccessException("Access is denied.");
        Directory.CreateDirectory(Beside);

        Assert.Equal($"'{Beside}' is a folder.", refused.ToldOf(Given, Beside).Message);
        Assert.Equal("It is a folder.", refused.ToldOf(FileAt("new") + "/", FileAt("new") + "/.partial").Message);
        Directory.CreateDirectory(Given);
        Assert.Equal("It is a folder.", refused.ToldOf(Given, Beside).Message);
    }

    [Fact]
    public void A_file_beside_it_that_is_there_was_no_trouble_to_make()
    {
        File.WriteAllText(Beside, "draft");
        var refused = new UnauthorizedAccessException($"Access to the path '{Beside}' is denied.");

        Assert.Equal($"Access to the path '{Given}' is denied.", refused.ToldOf(Given, Beside).Message);
    }

    [Fact]
    public async Task No_error_names_a_file_that_nobody_gave()
    {
        var path = FileAt("missing", "given");
        (_, var journal) = await RunAsync(Options with { JournalPath = path }, Person("k1"));
        var report = Assert.Throws<McException>(() => SendReportFile.Create(path, overwrite: true));
        var draft = Assert.Throws<IOException>(() => DraftFile.Create(path));
        var rejected = new RejectedFile(path, file => file);
        var rows = Assert.Throws<McException>(() => rejected.Open(mayReplace: true, journalPath: null));

        Assert.All(
            [journal!.Message, report.Message, draft.Message, rows.Message],
            message => Assert.Matches(@"'[^']*given'(?!.*given[.\w])", message));
    }

    [Fact]
    public void A_draft_that_cannot_take_its_name_is_told_as_the_file()
    {
        using var draft = DraftFile.Create(Given);
        Directory.CreateDirectory(Given);

        var error = Record.Exception(() => draft.Complete())!;

        Assert.DoesNotContain(".tmp", draft.Told(error).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_cannot_be_written_are_told_with_both_files_where_an_earlier_one_stays()
    {
        File.WriteAllText(Given, "McMessageKey\nk1\n");
        var disk = new FailingDisk(room: 3);
        using var rejected = new RejectedFile(Given, file => disk.Hold(file).Stream);
        rejected.Open(mayReplace: true, journalPath: null);

        var error = Assert.Throws<McException>(() => rejected.Write("McMessageKey\nk2\n"u8));

        Assert.Contains($"'{Given}'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".partial", error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{Given}.partial' has the rows", error.RecommendedAction, StringComparison.Ordinal);
    }
}
