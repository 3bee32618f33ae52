using System.Text;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Rejected;

/// <summary>Earlier files that stay, or that are known for what they are.</summary>
public sealed class RejectedFileKeptTests : RejectedTest
{
    private string KeptPath => Path.ChangeExtension(RejectedPath, ".before.csv");

    private SendOptions Resuming => Options with { RejectedPath = RejectedPath, BatchSize = 1 };

    [Fact]
    public async Task A_run_that_was_cut_short_and_rejected_nobody_leaves_the_earlier_file()
    {
        var before = await LeaveRejectedAsync(Resuming, Row("A"), Row("B"));
        using var stop = new CancellationTokenSource();
        var host = new RecordingHost { OnResults = _ => stop.CancelAsync() };
        using var connection = await Sends.ConnectAsync(Service, Time);
        await using (var operation = await SendOperation.StartAsync(
            connection, Resuming, new DictionaryReader(), host, stop.Token))
        {
            await operation.AddAsync(Row("A"));
            await operation.CompleteAsync();
        }

        Assert.Equal(1, MessagesOf("A"));
        Assert.Equal(before, await File.ReadAllTextAsync(RejectedPath));
        Assert.Equal([RejectedPath, JournalPath], Directory.GetFiles(FileAt()).Order());
    }

    [Fact]
    public async Task A_file_of_which_two_rows_are_sent_again_is_kept_like_one_of_which_one_is()
    {
        var before = await LeaveRejectedAsync(Resuming, Row("A"), Row("B"), Row("C"));

        await RunAsync(Resuming, Rejected[..2]);

        Assert.Equal(before, await File.ReadAllTextAsync(KeptPath));
    }

    [UnixFact]
    public async Task A_file_that_somebody_reads_is_replaced_all_the_same()
    {
        var before = await LeaveRejectedAsync(Resuming, Row("A"), Row("B"));
        using var reader = new StreamReader(RejectedPath);

        (_, var error) = await RunAsync(Resuming, Row("A"), Row("B"));

        Assert.Null(error);
        Assert.False(File.Exists(RejectedPath));
        Assert.Equal(before, await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task An_earlier_file_in_another_encoding_is_known_for_what_it_is()
    {
        var options = Resuming with { RejectedFormat = new() { Encoding = Encoding.Unicode } };
        await LeaveRejectedAsync(options, Row("A"), Row("B"));

        (_, var error) = await RunAsync(options, Row("A"), Row("B"));

        Assert.Null(error);
        Assert.False(File.Exists(RejectedPath));
    }

    private async Task<string> LeaveRejectedAsync(SendOptions options, params object[] input)
    {
        Service.FaultBefore = request => Faults.Status(403)(request.Body);
        await RunAsync(options, input);
        Service.FaultBefore = _ => null;
        return await File.ReadAllTextAsync(RejectedPath);
    }
}
