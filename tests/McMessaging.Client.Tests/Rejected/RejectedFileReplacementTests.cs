using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Rejected;

/// <summary>What becomes of an earlier file, or of what else has its name, where a journal is resumed.</summary>
public sealed class RejectedFileReplacementTests : RejectedTest
{
    private string KeptPath => Path.ChangeExtension(RejectedPath, ".before.csv");

    [Fact]
    public async Task A_journal_that_is_resumed_replaces_no_file_that_holds_something_else()
    {
        const string People = "ContactKey,To\nA,a@example.com\n";
        await File.WriteAllTextAsync(RejectedPath, People);
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(Options, Row("A"), Row("B"));
        Service.FaultBefore = _ => null;

        (_, var error) = await RunAsync(Options with { RejectedPath = RejectedPath }, Row("A"), Row("B"));

        Assert.Equal("RejectedPathExists", error?.ErrorId);
        Assert.Contains("does not hold rejected rows", error!.Message, StringComparison.Ordinal);
        Assert.Equal(People, await File.ReadAllTextAsync(RejectedPath));
        Assert.Equal(0, MessagesOf("A"));
    }

    [UnixFact]
    public async Task An_unfinished_file_that_is_read_as_input_can_be_read_to_its_end()
    {
        var options = Options with { RejectedPath = RejectedPath };
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(options, Row("A"), Row("B"));
        await File.WriteAllTextAsync(RejectedPath + ".partial", "rows of a run that was killed");
        using var reader = new StreamReader(RejectedPath + ".partial");

        (_, var error) = await RunAsync(options, Row("A"), Row("B"));

        Assert.Null(error);
        Assert.Equal("rows of a run that was killed", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_journal_that_is_resumed_writes_it_anew_and_removes_it_where_nothing_is_left()
    {
        var options = Options with { RejectedPath = RejectedPath };
        Service.FaultBefore = request => request.Body.Contains("\"A\"", StringComparison.Ordinal)
            ? null
            : Faults.Status(403)(request.Body);
        await RunAsync(options with { BatchSize = 1 }, Row("A"), Row("B"), Row("C"));
        Assert.Equal(["B", "C"], Rejected.Select(row => row["ContactKey"]));

        Service.FaultBefore = request => request.Body.Contains("\"C\"", StringComparison.Ordinal)
            ? Faults.Status(403)(request.Body)
            : null;
        await RunAsync(options with { BatchSize = 1 }, Row("A"), Row("B"), Row("C"));
        Assert.Equal(["C"], Rejected.Select(row => row["ContactKey"]));

        Service.FaultBefore = _ => null;
        await RunAsync(options with { BatchSize = 1 }, Row("A"), Row("B"), Row("C"));
        Assert.False(File.Exists(RejectedPath));
        Assert.False(File.Exists(RejectedPath + ".partial"));
    }

    [Fact]
    public async Task The_file_of_the_run_before_stays_until_the_new_one_is_complete()
    {
        var options = Options with { RejectedPath = RejectedPath, BatchSize = 1 };
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(options, Row("A"), Row("B"));
        var before = await File.ReadAllTextAsync(RejectedPath);
        var full = new FailingDisk(room: 300);

        (_, var error) = await RunAsync(
            options with { RejectedDisk = file => new FailingStream(file, full) }, Row("A"), Row("B"));

        Assert.Equal("RejectedPathNotWritable", error?.ErrorId);
        Assert.Contains($"'{RejectedPath}.partial' has the rows", error!.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(RejectedPath));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rows_that_somebody_corrected_are_kept_where_the_old_input_is_sent_again(bool isAllTaken)
    {
        var options = Options with { RejectedPath = RejectedPath };
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(options, Row("A"), Row("B"));
        var corrected = (await File.ReadAllTextAsync(RejectedPath)).Replace("Name of", "Corrected name of");
        await File.WriteAllTextAsync(RejectedPath, corrected);
        Service.FaultBefore = isAllTaken ? _ => null : Service.FaultBefore;

        var summary = await Sends.RunAsync(Service, options, [Row("A"), Row("B")], new RecordingHost(), Time);

        Assert.Equal(KeptPath, summary.EarlierRejectedPath);
        Assert.Equal(corrected, await File.ReadAllTextAsync(KeptPath));
        Assert.Equal(!isAllTaken, File.Exists(RejectedPath));
    }

    [Fact]
    public async Task Rows_that_nobody_touched_are_written_anew_however_often_and_nothing_else_is_left()
    {
        var options = Options with { RejectedPath = RejectedPath };
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        for (var i = 0; i < 3; i++)
        {
            var summary = await Sends.RunAsync(Service, options, [Row("A"), Row("B")], new RecordingHost(), Time);
            Assert.Null(summary.EarlierRejectedPath);
        }

        Assert.Equal([RejectedPath, JournalPath], Directory.GetFiles(FileAt()).Order());
    }

    [Fact]
    public async Task A_file_of_which_a_part_is_sent_again_is_kept_though_nobody_touched_it()
    {
        var options = Options with { RejectedPath = RejectedPath };
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(options, Row("A"), Row("B"));
        var before = await File.ReadAllTextAsync(RejectedPath);
        Service.FaultBefore = _ => null;

        await RunAsync(options, Rejected[0]);

        Assert.Equal(before, await File.ReadAllTextAsync(KeptPath));
    }

    [Fact]
    public async Task Corrected_rows_are_kept_whatever_was_read_for_there_may_have_been_more_of_them()
    {
        var options = Options with { RejectedPath = RejectedPath };
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(options, Row("A"), Row("B"));
        var corrected = (await File.ReadAllTextAsync(RejectedPath)).Replace("Name of", "Corrected name of");
        await File.WriteAllTextAsync(RejectedPath, corrected);
        Service.FaultBefore = _ => null;

        await RunAsync(options, Rejected[0]);

        Assert.Equal([KeptPath, JournalPath], Directory.GetFiles(FileAt()).Order());
        Assert.Equal(corrected, await File.ReadAllTextAsync(KeptPath));
    }

    [Fact]
    public async Task A_run_that_was_stopped_notes_how_it_left_the_file()
    {
        var options = Options with { RejectedPath = RejectedPath, BatchSize = 1 };
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(options, Row("A"), Row("B"));
        using var connection = await Sends.ConnectAsync(Service, Time);
        await using (var operation = await SendOperation.StartAsync(
            connection, options, new DictionaryReader(), new RecordingHost(), default))
        {
            await operation.AddAsync(Row("A"));
        }

        Assert.Equal(["A"], Rejected.Select(row => row["ContactKey"]));
        var summary = await Sends.RunAsync(Service, options, [Row("A"), Row("B")], new RecordingHost(), Time);

        Assert.Null(summary.EarlierRejectedPath);
    }

    [Fact]
    public async Task Where_the_input_may_be_the_earlier_file_and_was_not_read_to_its_end_that_one_is_kept()
    {
        var options = Options with { RejectedPath = RejectedPath, BatchSize = 1 };
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(options, Row("A"), Row("B"), Row("C"));
        var before = await File.ReadAllTextAsync(RejectedPath);
        using var connection = await Sends.ConnectAsync(Service, Time);
        await using (var operation = await SendOperation.StartAsync(
            connection, options, new DictionaryReader(), new RecordingHost(), default))
        {
            await operation.AddAsync(Rejected[0]);
        }

        Assert.Equal(["A"], Rejected.Select(row => row["ContactKey"]));
        Assert.Equal(before, await File.ReadAllTextAsync(KeptPath));

        await using (var operation = await SendOperation.StartAsync(
            connection, options, new DictionaryReader(), new RecordingHost(), default))
        {
            await operation.AddAsync(Rejected[0]);
        }

        Assert.Equal(before, await File.ReadAllTextAsync(KeptPath));
    }
}
